import { describe, expect, it } from "vitest";
import { Conflict, Invalid, NotFound } from "~/domain/kernel/errors";
import { answerRefusedForm } from "./answer-errors.server";

describe("a refused form", () => {
  it("comes back with what was wrong and what was typed", () => {
    const typed = { help: "Help with tantrums", mode: "home" };
    expect(answerRefusedForm(new Invalid({ saidYes: ["answer"] }), typed)).toMatchObject({
      data: { ok: false, errors: { saidYes: ["answer"] }, typed },
      init: { status: 422 },
    });
    expect(answerRefusedForm(new Conflict("moved_on"), typed)).toMatchObject({
      data: { conflict: "moved_on", typed },
      init: { status: 409 },
    });
  });
  it("is never the answer to what is not a refusal", () => {
    expect(() => answerRefusedForm(new NotFound(), {})).toThrow();
  });
});
