import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

interface Row {
  service_id: string;
  card: {
    slug: string;
    name: string;
    organizationName: string;
    description: string;
    phone: { number: string } | null;
  } | null;
  shut: boolean;
  capacity_status: string | null;
}

/** The same statement, with the same values, that the portal's search sends; every row it answers. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const at = Number(new URL(request.url).searchParams.get("at"));
  const search = context.search as unknown as (at: number) => Promise<Row[]>;
  return { rows: (await search(at)).filter((row) => row.card) };
}

/** As many cards as the portal prints, each with a link, its organization, a text, a telephone and its openings. */
export default function Search() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <main>
      <h1>Search</h1>
      <ol>
        {rows.map(({ service_id, card, capacity_status, shut }) => (
          <li key={service_id}>
            <h2>
              <a href={`/listing/${card?.slug}`}>{card?.name}</a>
            </h2>
            <p>{card?.organizationName}</p>
            <p>{card?.description}</p>
            <p>{card?.phone?.number}</p>
            <p>{shut ? "closed" : (capacity_status ?? "ask")}</p>
          </li>
        ))}
      </ol>
    </main>
  );
}
