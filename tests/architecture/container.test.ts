import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

/** Lines that go on with a backslash are one. */
const instructions = read("Dockerfile")
  .replace(/\\\n/g, " ")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const compose = read("compose.yaml");
const settings = all(read("app/env.server.ts"), /^ {2}([A-Z_]+):/gm);

it("the Dockerfile says only what Docker knows, and starts what is there, as nobody in particular", () => {
  const known = [
    "FROM",
    "WORKDIR",
    "RUN",
    "USER",
    "COPY",
    "ENV",
    "VOLUME",
    "EXPOSE",
    "STOPSIGNAL",
    "HEALTHCHECK",
    "CMD",
  ];
  expect(instructions.filter((line) => !known.includes(line.split(" ")[0] ?? ""))).toEqual([]);
  expect(instructions[0]).toMatch(/^FROM node:\d+-bookworm-slim$/);
  const command = instructions.at(-1) ?? "";
  expect(JSON.parse(command.replace("CMD ", ""))).toEqual(["node", "cli/start.mjs"]);
  expect(existsSync("cli/start.mjs")).toBe(true);
  const user = instructions.indexOf("USER node");
  expect(user).toBeGreaterThan(0);
  expect(instructions.slice(user).some((line) => line.startsWith("USER") && line !== "USER node")).toBe(
    false,
  );
});

it("the image is Node of the version that the project asks for", () => {
  const { devDependencies } = JSON.parse(read("package.json")) as { devDependencies: Record<string, string> };
  expect(instructions[0]).toContain(`node:${devDependencies["node"]?.split(".")[0]}-`);
});

it("no data, no secret and nothing built here goes into the image", () => {
  const left = read(".dockerignore").split("\n");
  for (const one of read(".gitignore").split("\n").filter(Boolean))
    expect(left).toContain(one.replace(/^\/|\/$/g, ""));
  expect(left).toContain(".git");
});

it("every setting that containers are given is one of the portal's", () => {
  const portal = compose.slice(compose.indexOf("\n  portal:"), compose.indexOf("\n  database:"));
  const named = all(portal, /^ {6}([A-Z_]+): /gm);
  expect(named).toContain("DATABASE_URL");
  expect(named.filter((name) => !settings.includes(name))).toEqual([]);
  const image = all(instructions.find((line) => line.startsWith("ENV")) ?? "", /([A-Z_]+)=/g);
  expect(image.filter((name) => !settings.includes(name))).toEqual([]);
});

it("what .env must hold is told where it is read, and no password stands here", () => {
  const needed = new Set(all(compose, /\$\{([A-Z_]+):\?/g));
  const told = all(compose, /^# {3}([A-Z_]+) /gm);
  expect([...needed].sort()).toEqual(told.sort());
  expect(all(compose, /PASSWORD: (.*)/g).filter((value) => !value.startsWith("${"))).toEqual([]);
});
