import type pg from "pg";
import { newId } from "../../app/domain/kernel/ids";

/** The benchmark's intake worker: one account, one workspace. Sessions are made anew for each run. */
const worker = {
  email: "bench.worker@example.invalid",
  name: "Bench Worker",
  role: "hotline_screener",
};

/** Writes the one jurisdiction and its worker; answers the jurisdiction's id. */
export async function writeWorker(owner: pg.Client): Promise<string> {
  const [jurisdictionId, userId] = [newId(), newId()];
  await owner.query(
    `insert into jurisdiction (id, slug, name, support_phone, crisis_phone, latitude, longitude)
     values ($1, 'bench', 'Synthetic County', '410 555 0100', '988', 39.3453, -76.6843)`,
    [jurisdictionId],
  );
  await owner.query(
    `insert into "user" (id, name, email, email_verified, two_factor_enabled, updated_at) values ($1, $2, $3, true, true, now())`,
    [userId, worker.name, worker.email],
  );
  await owner.query(
    `insert into membership (id, jurisdiction_id, user_id, role, team_name) values ($1, $2, $3, $4, 'Family support line')`,
    [newId(), jurisdictionId, userId, worker.role],
  );
  return jurisdictionId;
}

/** A signed-in session of the worker, as the sign-in would leave it; answers its token. */
export async function writeSession(owner: pg.Client | pg.Pool): Promise<string> {
  const token = `bench-${newId()}`;
  await owner.query(
    `insert into session (id, token, user_id, membership_id, aal, auth_method, expires_at, hard_expires_at, updated_at)
     select $1, $2, u.id, m.id, 2, 'password+totp', now() + interval '30 minutes', now() + interval '12 hours', now()
     from "user" u join membership m on m.user_id = u.id where u.email = $3`,
    [newId(), token, worker.email],
  );
  return token;
}
