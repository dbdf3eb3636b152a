import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { choiceCookie } from "~/auth/choice-cookie";
import { isLanguage } from "~/locales/languages";

const choices: Record<string, (value: string) => boolean> = {
  lang: isLanguage,
  shortcuts: (value) => value === "on" || value === "off",
  text: (value) => value === "normal" || value === "large",
};

/** Keeps a choice of this device (language, shortcuts, text size) in a cookie and returns to the page it came from. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const headers = new Headers();
  const secure = new URL(request.url).protocol === "https:";
  for (const [name, allowed] of Object.entries(choices)) {
    const value = form.get(name);
    if (typeof value === "string" && allowed(value)) {
      headers.append("Set-Cookie", choiceCookie(name, value, secure));
    }
  }
  return redirect(localPath(form.get("back")), { headers, status: 303 });
}

/** Only a path of this site; anything else goes to the start. */
function localPath(back: FormDataEntryValue | null): string {
  return typeof back === "string" && /^\/(?![/\\])[^\\\s]*$/.test(back) ? back : "/";
}

export const loader = () => redirect("/");
