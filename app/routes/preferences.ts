import { redirect } from "@remix-run/node";
import { z } from "zod";
import { openAction } from "~/auth/account-page.server";
import { choiceCookie } from "~/auth/choice-cookie";
import { text } from "~/auth/form-fields";
import { languages } from "~/locales/languages";

/** Only a path of this site; anything else goes to the start. */
const ownPage = text.transform((back) => (/^\/(?![/\\])[^\\\s]*$/.test(back) ? back : "/"));

/** Keeps a choice of this device (language, shortcuts, text size) in a cookie and returns to the page it came from. */
export const action = openAction({
  keep: [
    z.object({
      back: ownPage,
      lang: z.enum(languages).optional(),
      shortcuts: z.enum(["on", "off"]).optional(),
      text: z.enum(["normal", "large"]).optional(),
    }),
    async ({ url, input: { back, ...choices } }) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(choices))
        if (value) headers.append("Set-Cookie", choiceCookie(name, value, url.protocol === "https:"));
      return redirect(back, { headers, status: 303 });
    },
  ],
});

export const loader = () => redirect("/");
