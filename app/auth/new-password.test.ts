import { expect, it } from "vitest";
import { newPassword } from "./new-password.schema";

const faultOf = (password: string) => newPassword.safeParse(password).error?.issues.map((one) => one.message);

it.each([
  "passwordpassword",
  "PasswordPassword",
  "password1234",
  "123456789012",
  "qwertyuiop12",
  "iloveyou1234",
  "aaaaaaaaaaaa",
  "letmeinletmein",
  "x".repeat(128),
])("refuses %s, which is tried first", (password) => {
  expect(faultOf(password)).toEqual(["password_common"]);
});

it.each(["correct horse battery", "Tr0ub4dor&3aab", "tres gatos y un paraguas", "baltimore-harbor-lights"])(
  "takes %s",
  (password) => {
    expect(faultOf(password)).toBeUndefined();
  },
);

it("says of a short or an endless one only that", () => {
  expect(faultOf("password")).toEqual(["password_short"]);
  expect(faultOf("a".repeat(100_000))).toEqual(["password_long"]);
});
