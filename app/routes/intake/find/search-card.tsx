import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Kbd } from "~/ui/kbd";
import { MarkIcon } from "./mark-icon";
import type { CallView, SearchView } from "./view";

const modes = ["home", "video", "phone"] as const;

/** One line of plain words; below it how it was read, each piece removable. Posts to the call: nothing lands in the URL. */
export function SearchCard({ call, search }: { call: CallView; search: SearchView }) {
  const { t } = useTranslation("intake");
  const { line, keepSent } = useLine(search.line);
  return (
    <div className="card find" role="search">
      <Form
        method="post"
        action={pathTo("/intake/calls/:id", { id: call.id })}
        onSubmit={keepSent}
        preventScrollReset
      >
        <label className="lab" htmlFor="q">
          {t("search.label")}
        </label>
        <div className="find-line">
          <div className="find-box">
            <MarkIcon mark="search" />
            <input
              className="in"
              id="q"
              name="q"
              ref={line}
              defaultValue={search.line}
              autoComplete="off"
              maxLength={300}
              data-key="/"
              autoFocus={!search.searched}
            />
            <Kbd decorative>/</Kbd>
          </div>
          <Button variant="primary" name="intent" value="search">
            {t("search.go")}
          </Button>
        </div>
      </Form>
      {search.searched && <Chips call={call} search={search} />}
    </div>
  );
}

/** The typed line takes what was read from it when the answer comes, but never over words that were typed meanwhile. */
function useLine(read: string) {
  const line = useRef<HTMLInputElement>(null);
  const keepSent = () => {
    if (line.current) line.current.dataset["sent"] = line.current.value;
  };
  useEffect(() => {
    const field = line.current;
    if (!field || field.value !== (field.dataset["sent"] ?? field.value)) return;
    field.value = read;
    field.dataset["sent"] = read;
  }, [read]);
  return { line, keepSent };
}

function Chips({ call, search }: { call: CallView; search: SearchView }) {
  const { t } = useTranslation("intake");
  return (
    <div className="chips" role="group" aria-label={t("search.read")}>
      <span className="meta">{t("search.readAs")}</span>
      <Form
        method="post"
        action={pathTo("/intake/calls/:id", { id: call.id })}
        className="contents"
        preventScrollReset
      >
        <input type="hidden" name="intent" value="remove" />
        {search.chips.map((chip) => (
          <span className="chip" key={chip.id}>
            <b>{chip.words}</b>
            <button type="submit" name="chip" value={chip.id} aria-label={chip.remove}>
              <MarkIcon mark="x" />
            </button>
          </span>
        ))}
      </Form>
      <MoreChips call={call} search={search} />
      {search.notUsed && <span className="meta">{search.notUsed}</span>}
    </div>
  );
}

function MoreChips({ call, search }: { call: CallView; search: SearchView }) {
  const { t } = useTranslation("intake");
  return (
    <details className="more-chips">
      <summary className="chip chip-add">+ {t("search.add")}</summary>
      <Form
        method="post"
        action={pathTo("/intake/calls/:id", { id: call.id })}
        className="row"
        preventScrollReset
      >
        <input type="hidden" name="intent" value="refine" />
        <label className="lab" htmlFor="more-ages">
          {t("search.ages")}
        </label>
        <input
          className="in narrow"
          id="more-ages"
          name="ages"
          defaultValue={search.ages}
          maxLength={200}
          autoComplete="off"
        />
        <label className="opt">
          <input type="checkbox" name="free" value="on" defaultChecked={search.free} /> {t("search.free")}
        </label>
        {modes.map((mode) => (
          <label className="opt" key={mode}>
            <input type="checkbox" name="mode" value={mode} defaultChecked={search.modes.includes(mode)} />{" "}
            {t(`search.mode.${mode}`)}
          </label>
        ))}
        <Button small>{t("search.apply")}</Button>
      </Form>
    </details>
  );
}
