import { expect, it } from "vitest";
import { plainText } from "./plain-text";

it("shows descriptions as text: entities once, no tags, no scripts", () => {
  expect(plainText("Children&#39;s &amp; parents&#x27; group")).toBe("Children's & parents' group");
  expect(plainText("a &amp;lt;b&amp;gt; c")).toBe("a &lt;b&gt; c");
  expect(plainText("Hi <b>there</b><script>alert(1)</script><img src=x onerror=y>")).toBe("Hi there");
  expect(plainText("<p>One</p><p>Two</p><ul><li>a<li>b</ul>c<br/>d")).toBe("One Two a b c d");
  expect(plainText("H<sub>2</sub>O, age < 5, x > 2")).toBe("H2O, age < 5, x > 2");
  expect(
    plainText("Write to <ana@quayside.example.org> or <https://quayside.example.org/a?b=1&amp;c=2>."),
  ).toBe("Write to ana@quayside.example.org or https://quayside.example.org/a?b=1&c=2.");
  expect(
    plainText("Ni&ntilde;os &amp; fam&iacute;lias &ndash; caf&eacute; &Eacute;l&rsquo;s &frac12; &unknown;"),
  ).toBe("Niños & famílias – café Él’s ½ &unknown;");
  expect(plainText("one\t\t  two\n\n\n\nthree")).toBe("one two\n\nthree");
});
