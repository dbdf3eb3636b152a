import pg from "pg";
import { captureSend, type WrittenRows } from "./capture-rows";
import { type ArmResult, compareArms } from "./compare-arms";
import {
  type BenchCall,
  copyCalls,
  filledForm,
  postForm,
  referPath,
  type SignedIn,
  withWords,
} from "./prepare-calls";
import type { Length } from "./measure-search";
import { writeBare } from "./write-bare";

export interface SendingResult {
  http: ArmResult;
  bare: ArmResult;
  /** Table and number of rows of each statement of one send. */
  rows: string[];
}

const describe = ({ table, rows, update }: WrittenRows): string =>
  `${update ? "update " : ""}${table.replace(/^public\./, "")}${rows.length > 1 ? ` x${rows.length}` : ""}`;

/** Referrals sent with the portal's own form, one family and call each, and the same rows written bare, by turns. */
export async function measureSending(input: {
  url: string;
  owner: pg.Client;
  worker: SignedIn;
  calls: readonly BenchCall[];
  length: Length;
}): Promise<SendingResult> {
  const { owner, worker, length } = input;
  const most = Math.ceil((length.rounds + 1) * length.seconds * 2_500);
  const heard = await Promise.all(input.calls.map((call) => withWords(worker, call)));
  const calls = await copyCalls(owner, heard, Math.ceil(most / heard.length));
  await owner.query("vacuum analyze");
  let next = 0;
  const nextCall = (): BenchCall => {
    const call = calls[next++];
    if (!call) throw new Error("No call is left to refer from.");
    return call;
  };
  const send = async (n: number): Promise<void> => {
    const call = nextCall();
    const to = await postForm(worker, referPath(call), filledForm(n, call));
    if (!to.includes("done=sent")) throw new Error(`A referral was not sent: ${to}`);
  };
  const captured = await captureSend(owner, () => send(0));
  const pool = new pg.Pool({ connectionString: input.url, max: 8 });
  try {
    const arms = [
      { name: "referral sent over HTTP", work: send },
      {
        name: "the same rows through pg, prepared, one transaction",
        work: writeBare(pool, captured, () => nextCall().id),
      },
    ];
    const [http, bare] = await compareArms(arms, length.rounds, length.seconds);
    return { http: http!, bare: bare!, rows: captured.map(describe) };
  } finally {
    await pool.end();
  }
}
