import type { ActionFunctionArgs } from "@remix-run/node";
import { systemClock } from "~/domain/kernel/clock";
import { env } from "~/env.server";
import { isSigned, receiveMailEvents } from "~/notify/receive-mail-events.server";

const maxBytes = 1_000_000;

/** What the mail service tells of sent mails: signed by it, or answered as if nothing were here. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { SENDGRID_WEBHOOK_KEY: publicKey } = env();
  const signature = request.headers.get("x-twilio-email-event-webhook-signature");
  const timestamp = request.headers.get("x-twilio-email-event-webhook-timestamp");
  if (!publicKey || !signature || !timestamp) return new Response(null, { status: 404 });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes)
    return new Response(null, { status: 413 });
  const body = await request.text();
  if (!isSigned({ publicKey, signature, timestamp, body, now: systemClock.now() }))
    return new Response(null, { status: 404 });
  await receiveMailEvents(body);
  return new Response(null, { status: 204 });
}
