import type { Prisma, ReferralStatus } from "~/db/generated/client";
import { addDays } from "~/domain/kernel/calendar";
import { drawFrom, type Chance } from "./chance";
import { historyId } from "./history-id";

export type Rows = {
  referrals: Prisma.ServiceReferralCreateManyInput[];
  events: Prisma.ReferralEventCreateManyInput[];
  enrollments: Prisma.EnrollmentCreateManyInput[];
  sessions: Prisma.AttendanceSessionCreateManyInput[];
};
type Sent = {
  n: number;
  jurisdictionId: string;
  householdId: string;
  serviceId: string;
  organizationId: string;
  sent: string;
};
type Step = {
  status: ReferralStatus;
  on: string;
  event: string;
  reason?: readonly [code: string, party: string];
};

/** Nothing of the history happens after this day. */
const lastDay = "2026-11-15";

type End = { status: ReferralStatus; event: string; reason: readonly [string, string]; wasReached: boolean };
const family = (code: string): End => ({
  status: "declined_by_family",
  event: "referral.declined_by_family",
  reason: [code, "family"],
  wasReached: true,
});
const ends: Chance<End>[] = [
  [family("prefers_other_provider"), 0.19],
  [family("wait_too_long"), 0.14],
  [family("hours_or_caring"), 0.1],
  [family("needs_met_elsewhere"), 0.06],
  [family("declined_to_say"), 0.05],
  [family("cost"), 0.012],
  [
    {
      status: "unreachable",
      event: "referral.unreachable",
      reason: ["no_answer_after_attempts", "nobody"],
      wasReached: false,
    },
    0.318,
  ],
  [
    {
      status: "declined_by_provider",
      event: "referral.declined_by_provider",
      reason: ["no_capacity", "provider"],
      wasReached: false,
    },
    0.13,
  ],
];

const at = (day: string, hour: number): Date => new Date(`${day}T${String(hour).padStart(2, "0")}:20:00Z`);

/** One referral and everything that became of it by the last day: status, events, enrolment and sessions agree. */
export function inventReferral(rows: Rows, sent: Sent, next: () => number): void {
  const days = [1, 1 + ((next() * 6) | 0), 6 + ((next() * 34) | 0), 3 + ((next() * 12) | 0)];
  const willEnroll = next() < 0.6;
  const neverStarts = next() < 0.1;
  const end = drawFrom(ends, next());
  const steps: Step[] = [{ status: "sent", on: sent.sent, event: "referral.sent" }];
  const move = (status: ReferralStatus, daysOn: number, event: string, reason?: Step["reason"]): void => {
    const on = addDays(steps.at(-1)!.on, daysOn);
    if (on <= lastDay && steps.length > 0 && !isStopped)
      steps.push({ status, on, event, ...(reason ? { reason } : {}) });
    else isStopped = true;
  };
  let isStopped = false;
  if (willEnroll || end.wasReached) {
    move("accepted", days[0]!, "referral.accepted");
    move("contacting", days[1]!, "referral.contacted");
  }
  if (willEnroll) {
    move("scheduled", 1, "referral.scheduled");
    if (neverStarts)
      move("declined_by_family", days[2]! + days[3]!, "referral.declined_by_family", [
        "not_interested",
        "family",
      ]);
    else move("connected", days[2]! + days[3]!, "referral.connected");
  } else move(end.status, end.wasReached ? days[2]! : 14 + days[1]!, end.event, end.reason);
  writeReferral(rows, sent, steps);
  if (steps.some((step) => step.status === "scheduled")) inventEnrollment(rows, sent, steps, days, next);
}

function writeReferral(rows: Rows, sent: Sent, steps: Step[]): void {
  const { n, jurisdictionId, householdId, serviceId, organizationId } = sent;
  const id = historyId(3, n);
  const last = steps.at(-1)!;
  const on = (status: ReferralStatus, hour: number): Date | null => {
    const step = steps.find((s) => s.status === status);
    return step ? at(step.on, hour) : null;
  };
  const isClosed = ["connected", "declined_by_family", "unreachable", "declined_by_provider"].includes(
    last.status,
  );
  rows.referrals.push({
    ...{
      id,
      jurisdictionId,
      householdId,
      serviceId,
      receivingOrganizationId: organizationId,
      number: `E-${String(n).padStart(5, "0")}`,
    },
    ...{
      kind: "consented" as const,
      status: last.status,
      basisKind: "consent",
      sendingTeam: "Family support line",
      needCodes: ["parenting"],
    },
    ...{ reasonCode: last.reason?.[0] ?? null, reasonParty: last.reason?.[1] ?? null },
    ...(isClosed
      ? {}
      : { nextActOwner: "provider", nextAct: "reach_family", dueAt: at(addDays(lastDay, 30), 20) }),
    ...{
      createdAt: at(sent.sent, 14),
      sentAt: at(sent.sent, 15),
      answeredAt: on("accepted", 16),
      firstAttemptAt: on("contacting", 17),
    },
    ...{
      reachedAt: on("contacting", 17),
      connectedAt: on("connected", 19),
      closedAt: isClosed ? at(last.on, 19) : null,
      version: steps.length,
    },
  });
  steps.forEach((step, i) =>
    rows.events.push({
      ...{
        id: historyId(4, n * 10 + i),
        jurisdictionId,
        referralId: id,
        sequence: i + 1,
        at: at(step.on, 15 + i),
        event: step.event,
      },
      ...{
        fromStatus: steps[i - 1]?.status ?? null,
        toStatus: step.status,
        actorKind: "system",
        actorId: "seed",
      },
      ...{ reasonCode: step.reason?.[0] ?? null, reasonParty: step.reason?.[1] ?? null },
    }),
  );
}

/** Enrolled when the first session is set; the first attended session connects. Twelve weekly sessions are planned. */
function inventEnrollment(rows: Rows, sent: Sent, steps: Step[], days: number[], next: () => number): void {
  const { n, jurisdictionId, serviceId, organizationId } = sent;
  const enrolledOn = addDays(steps.find((step) => step.status === "scheduled")!.on, days[2]!);
  if (enrolledOn > lastDay) return;
  const connected = steps.find((step) => step.status === "connected")?.on;
  const weeks = next() < 0.64 ? 12 : 2 + ((next() * 7) | 0);
  const lastSession = connected === undefined ? null : addDays(connected, 7 * (weeks - 1));
  const givenUp = steps.find((step) => step.status === "declined_by_family")?.on;
  const isOver = lastSession !== null && lastSession <= lastDay;
  const id = historyId(5, n);
  rows.enrollments.push({
    ...{
      id,
      jurisdictionId,
      referralId: historyId(3, n),
      serviceId,
      organizationId,
      enrolledOn: new Date(enrolledOn),
      plannedSessions: 12,
      plannedWeeks: 12,
    },
    ...{
      status: isOver
        ? weeks === 12
          ? ("completed" as const)
          : ("ended_early" as const)
        : givenUp !== undefined
          ? ("never_started" as const)
          : connected === undefined
            ? ("pending_start" as const)
            : ("active" as const),
    },
    ...{
      startedOn: connected === undefined ? null : new Date(connected),
      endedOn: isOver ? new Date(lastSession) : givenUp === undefined ? null : new Date(givenUp),
      createdAt: at(enrolledOn, 18),
    },
    ...(isOver && weeks < 12 ? { endReason: "family_stopped", endParty: "family" } : {}),
  });
  if (connected === undefined) return;
  for (let week = 0; week < weeks; week++) {
    const date = addDays(connected, 7 * week);
    if (date > lastDay) break;
    const isHeld = week === 0 || week === weeks - 1 || next() < 0.85;
    rows.sessions.push({
      ...{ id: historyId(6, n * 100 + week), jurisdictionId, enrollmentId: id, date: new Date(date) },
      ...{
        status: isHeld ? ("attended" as const) : ("no_show" as const),
        minutes: isHeld ? 60 : null,
        createdAt: at(date, 20),
      },
    });
  }
}
