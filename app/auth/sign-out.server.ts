import { auth } from "./auth-instance.server";

/** Ends the session of the request's cookie. Answers the Set-Cookie lines that clear it. */
export async function signOut(headers: Headers): Promise<string[]> {
  const answer = await auth().api.signOut({ headers, returnHeaders: true });
  return answer.headers.getSetCookie();
}
