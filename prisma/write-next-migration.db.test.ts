import { expect, inject, it } from "vitest";
import { diffSchema } from "./write-next-migration";

it("finds nothing to write: the migrations make what the schema files say", async () =>
  expect(await diffSchema(inject("serverUrl"))).toBe(""));
