import { expect, it } from "vitest";
import { outgoingHsdsTables } from "../out/hsds-outgoing";
import { ownWords } from "./own-words";

it("has words for every field of our own, and for no other", () => {
  const own = outgoingHsdsTables.flatMap((table) =>
    table.fields
      .filter((field) => field.own || (table.own && field.name !== "id"))
      .map((field) => `${table.name}.${field.name}`),
  );
  expect(Object.keys(ownWords).toSorted()).toEqual(own.toSorted());
});
