import { expect, it } from "vitest";
import { loader as agencyBack } from "../../app/routes/account/agency-back";
import { loader as agency } from "../../app/routes/account/agency";
import { loader as signInPage } from "../../app/routes/account/sign-in";
import { testDatabase } from "../setup/database";
import "../setup/auth-people";

await testDatabase();

const asked = (path: string) => ({
  request: new Request(`http://portal.test${path}`),
  params: {},
  context: { session: null } as never,
});

it("without settings no button is offered, and the agency's addresses answer 404", async () => {
  expect(await signInPage(asked("/sign-in"))).toMatchObject({ agency: false });
  for (const answer of [
    agency(asked("/sign-in/agency?to=%2Fintake")),
    agencyBack(asked("/sign-in/agency/back?code=x&state=y")),
  ])
    expect(((await answer.catch((thrown: unknown) => thrown)) as Response).status).toBe(404);
});
