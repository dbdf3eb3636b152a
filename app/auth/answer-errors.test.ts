import { describe, expect, it } from "vitest";
import { Conflict, Invalid, NotFound } from "~/domain/kernel/errors";
import { answerRefusedForm } from "./answer-errors.server";

const form = new FormData();
form.append("help", "Help with tantrums");
form.append("mode", "home");
form.append("mode", "video");
form.append("file", new Blob(["x"]), "x.csv");

describe("a refused form", () => {
  it("comes back with what was typed, first values only, and no file", () => {
    const { data, init } = answerRefusedForm(new Invalid({ saidYes: ["answer"] }), form);
    expect(init?.status).toBe(422);
    expect(data).toMatchObject({ ok: false, errors: { saidYes: ["answer"] } });
    expect(data.typed).toEqual({ help: "Help with tantrums", mode: "home" });
    expect(answerRefusedForm(new Conflict("moved_on"), form)).toMatchObject({
      data: { conflict: "moved_on", typed: { help: "Help with tantrums" } },
      init: { status: 409 },
    });
  });
  it("holds back a field longer than any of ours, and never answers what is not a refusal", () => {
    const long = new FormData();
    long.append("help", "x".repeat(10_000_000));
    expect(answerRefusedForm(new Invalid({}), long).data.typed.help).toHaveLength(4_000);
    expect(() => answerRefusedForm(new NotFound(), form)).toThrow();
  });
});
