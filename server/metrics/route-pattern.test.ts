import { expect, it } from "vitest";
import { paths } from "../../app/paths";
import { routePattern } from "./route-pattern";

it.each([
  ["/", "/"],
  ["/_root.data", "/"],
  ["/es?need=food", "/:lang"],
  ["/intake/calls/0192f0c1-7a1b-7000-8000-000000000001.data?_routes=x", "/intake/calls/:id"],
  ["/en/my/Zk3vQ9secretsecretsecretsecretsecretsecret", "/:lang/my/:token"],
  ["/admin/organizations/new", "/admin/organizations/new"],
  ["/admin/organizations/0192f0c1", "/admin/organizations/:id"],
  ["/assets/find-4105550142.js", "/assets"],
  ["/wp-login.php/maria@mail.example", "other"],
  ["/%FF", "/:lang"],
])("%s is %s", (url, pattern) => expect(routePattern(url)).toBe(pattern));

it("says a pattern of the table for each of its addresses, and nothing that was put into it", () => {
  for (const path of paths) {
    const said = routePattern(path.replace(/:\w+/g, "secret-4105550142"));
    expect(said).not.toContain("4105550142");
    expect(said).not.toBe("other");
  }
});
