import { type Env, env } from "~/env.server";

/** Whether a mail service is set; without one mails are kept in the portal and reach nobody. */
export const mailLeaves = (settings: Env = env()): boolean =>
  Boolean(settings.SENDGRID_API_KEY ?? settings.SMTP_URL);
