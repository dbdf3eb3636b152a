import jsQR from "jsqr";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { QrPicture } from "./qr-picture";

const scale = 4;

/** What a camera would see: the drawn squares on their light ground. */
function photograph(markup: string): { pixels: Uint8ClampedArray; side: number } {
  const [, size = "0"] = /viewBox="0 0 (\d+) \1"/.exec(markup) ?? [];
  const side = Number(size) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = "", y = ""] of markup.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < scale; row++)
      for (let column = 0; column < scale; column++) {
        const at = ((Number(y) * scale + row) * side + Number(x) * scale + column) * 4;
        pixels.set([0, 0, 0], at);
      }
  return { pixels, side };
}

describe("the picture for a phone's camera", () => {
  const label = "For the app";
  const text = `otpauth://totp/Upstream:${"a".repeat(240)}%40county.example?secret=${"A2".repeat(26)}&issuer=Upstream`;
  it("is read as the very text, also with the longest address, and says what it is for", () => {
    const markup = renderToStaticMarkup(<QrPicture text={text} label={label} />);
    const { pixels, side } = photograph(markup);
    expect(jsQR(pixels, side, side)?.data).toBe(text);
    expect(markup.slice(0, 80)).toContain(`role="img" aria-label="${label}"`);
  });
  it("has no style of its own, which the content policy would refuse", () => {
    expect(renderToStaticMarkup(<QrPicture text={text} label={label} />)).not.toContain("style=");
  });
});
