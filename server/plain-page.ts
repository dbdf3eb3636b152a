import { randomBytes } from "node:crypto";
import type { Response } from "express";
import { isOpenData, sendOpenDataProblem } from "./open-data-address";

/** Said before any page of the portal can be drawn: in both languages, since nothing is known about the reader. */
const words = {
  400: [
    "This request could not be read.",
    "Something in the address or the form is not text. Go back, retype it and try again.",
    "No pudimos leer esta solicitud.",
    "Algo en la dirección o en el formulario no es texto. Regrese, escríbalo de nuevo e inténtelo otra vez.",
  ],
  403: [
    "This form was sent from another site.",
    "Nothing was saved. Open the page here and try again.",
    "Este formulario se envió desde otro sitio.",
    "No se guardó nada. Abra la página aquí e inténtelo de nuevo.",
  ],
  404: [
    "There is nothing at this address.",
    "Check how the address is written, or ask whoever gave it to you. In danger, call 911.",
    "No hay nada en esta dirección.",
    "Revise cómo está escrita la dirección o pregunte a quien se la dio. Si está en peligro, llame al 911.",
  ],
  413: [
    "This is more than a form can take.",
    "Nothing was saved. Shorten the longest field and try again.",
    "Esto es más de lo que cabe en un formulario.",
    "No se guardó nada. Acorte el campo más largo e inténtelo de nuevo.",
  ],
  429: [
    "Too many tries in a short time.",
    "Wait a minute and try again.",
    "Demasiados intentos en poco tiempo.",
    "Espere un minuto e inténtelo de nuevo.",
  ],
  500: [
    "Something went wrong on our side.",
    "Nothing was half saved. Try again; if it happens again, tell your administrator the number below.",
    "Algo falló de nuestro lado.",
    "No se guardó nada a medias. Inténtelo de nuevo; si vuelve a pasar, dígale a su administrador el número de abajo.",
  ],
  503: [
    "The portal cannot reach its records right now.",
    "What you last sent was not saved. Try again in a minute.",
    "El portal no puede consultar sus registros en este momento.",
    "Lo último que envió no se guardó. Inténtelo de nuevo en un minuto.",
  ],
} as const;

export type PlainStatus = keyof typeof words;

const look =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color:#1b2733;background:#fff}" +
  "h1{font-size:1.3rem;margin:2rem 0 .25rem}p{margin:0}.number{margin-top:2rem;color:#4a5a68}";

/** Answers with a page that needs nothing: no database, no script, no framework, no detail of the fault. */
export function sendPlainPage(res: Response, status: PlainStatus): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  if (isOpenData(res.req)) return sendOpenDataProblem(res, status);
  const [en, enHow, es, esHow] = words[status];
  const nonce = randomBytes(16).toString("base64");
  const requestId = String(res.getHeader("X-Request-Id") ?? "").replace(/[^\w-]/g, "");
  res.status(status);
  res.setHeader("Content-Type", "text/html; charset=utf-8");
  res.setHeader("Cache-Control", "no-store");
  res.setHeader(
    "Content-Security-Policy",
    `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'`,
  );
  if (status === 429 || status === 503) res.setHeader("Retry-After", status === 429 ? "60" : "5");
  // What is still coming of a body that was refused is not read.
  if (status === 413) res.setHeader("Connection", "close");
  res.end(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${en}</title><style nonce="${nonce}">${look}</style></head>
<body><main><h1>${en}</h1><p>${enHow}</p><div lang="es"><h1>${es}</h1><p>${esHow}</p></div>
${requestId ? `<p class="number">${requestId}</p>` : ""}</main></body></html>
`);
}
