import express from "express";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { wordsFile } from "../../app/locales/words-file.server";
import { sendWords } from "../../server/send-words";

let origin = "";
let stop: () => void;
beforeAll(async () => {
  const server = express().use(sendWords).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => server.close();
});
afterAll(() => stop());

const ask = async (path: string) => {
  const answer = await fetch(origin + path);
  return { status: answer.status, kept: answer.headers.get("cache-control"), body: await answer.text() };
};

it("sends the words of a page under a name that browsers may keep", async () => {
  const { path, script } = wordsFile("es", ["common", "intake"]);
  const answer = await ask(path);
  expect(answer).toEqual({ status: 200, kept: "public, max-age=31536000, immutable", body: script });
  expect(script).toContain('"intake":');
  expect(script).not.toContain('"admin":');
});

it("gives a page of an earlier version today's words, which nobody keeps", async () => {
  const answer = await ask(wordsFile("en", ["status"]).path.replace(/\.[\w-]+\.js$/, ".AAAAAAAAAAAA.js"));
  expect([answer.status, answer.kept]).toEqual([200, "no-store"]);
});

it.each([
  "/words/",
  "/words/en.js",
  "/words/xx.common.h.js",
  "/words/en.nothing.h.js",
  "/words/en.common.common.h.js",
  "/words/en.common.h.txt",
  "/words/en.__proto__.h.js",
])("knows no %s", async (path) => expect((await ask(path)).status).toBe(404));
