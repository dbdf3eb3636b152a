import { expect } from "vitest";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import type { TestDatabase } from "../setup/database";
import { asSystem, makeJurisdiction } from "../setup/listing-rows";
import { makeWholeDirectory, type WholeDirectory } from "../setup/whole-directory";
import { openDataPortal } from "./open-data-portal";
import type { HttpAnswer, HttpPortal } from "./portal-over-http";

export type Item = Record<string, unknown> & { id: string };
export interface Page {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: Item[];
}
export const typeOf = (answer: HttpAnswer) => answer.headers["content-type"]?.split(";")[0];
export const json = (answer: HttpAnswer) => JSON.parse(answer.body) as Record<string, unknown>;

/** The whole directory behind the open data, and how a harvester asks it. */
export async function openWholeData(db: TestDatabase) {
  const harbor = await makeJurisdiction(db, "harbor");
  const whole: WholeDirectory = await makeWholeDirectory(db.owner, harbor);
  const { rows } = await db.owner.query<{ id: string }>("select id from service");
  const ids = rows.map((row) => row.id);
  await asSystem(db, harbor, (ctx) => writeSearchRows(ctx, ids));
  const portal: HttpPortal = await openDataPortal(db.owner);
  const get = (path: string, headers: Record<string, string> = {}) =>
    portal.ask("GET", `/hsds${path}`, headers);
  const page = async (path: string): Promise<Page> => {
    const answer = await get(path);
    expect([path, answer.status, typeOf(answer)]).toEqual([path, 200, "application/json"]);
    const body = JSON.parse(answer.body) as Page;
    expect(body.empty).toBe(body.contents.length === 0);
    expect(body.size).toBe(body.contents.length);
    return body;
  };
  const refused = async (path: string, parameter?: string) => {
    const answer = await get(path);
    expect([path, answer.status, typeOf(answer)]).toEqual([path, 400, "application/problem+json"]);
    if (parameter) expect(json(answer)["parameter"]).toBe(parameter);
  };
  return { portal, whole, get, page, refused };
}
