import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { runUpstream } from "../tests/cli/run-upstream";
import { testDatabase, type TestDatabase } from "../tests/setup/database";
import { makeJurisdiction } from "../tests/setup/listing-rows";
import { makeWholeDirectory } from "../tests/setup/whole-directory";

const first = await testDatabase();
const second = await testDatabase();

async function upstream(db: TestDatabase, jurisdiction: string, ...words: string[]): Promise<void> {
  const ran = await runUpstream([...words, "--jurisdiction", jurisdiction], { DATABASE_URL: db.url });
  expect(ran.err).not.toContain("Invalid `prisma");
}

type Counted = { available: number; asOf: Date };
async function counted(db: TestDatabase, slug: string): Promise<Counted[]> {
  const { rows } = await db.owner.query<Counted>(
    `select x.capacity_available as available, x.capacity_as_of as "asOf" from service_at_location x
     join jurisdiction j on j.id = x.jurisdiction_id
     where j.slug = $1 and num_nonnulls(x.capacity_available, x.capacity_as_of) > 0 order by 1`,
    [slug],
  );
  return rows;
}

beforeAll(async () => {
  await makeWholeDirectory(first.owner, await makeJurisdiction(first, "harbor"));
  await makeJurisdiction(second, "csv");
  await makeJurisdiction(second, "json");
});

it.each(["csv", "json"])(
  "openings by place go out as %s, come back unchanged, and go into another portal, but for those of a hidden place",
  { timeout: 120_000 },
  async (format) => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "openings-")), "out.zip");
    const before = await counted(first, "harbor");
    expect(before.map(({ available }) => available)).toEqual([41, 4242]);
    await upstream(first, "harbor", "export", "hsds", "--out", file, "--format", format);
    await upstream(first, "harbor", "import", "hsds", file, "--source", "own", "--json");
    expect(await counted(first, "harbor")).toEqual(before);
    await upstream(second, format, "import", "hsds", file, "--source", "own", "--json");
    expect(await counted(second, format)).toEqual(before.slice(0, 1));
  },
);
