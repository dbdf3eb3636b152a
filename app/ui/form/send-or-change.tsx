import type { ComponentProps } from "react";
import { Button } from "../button";
import { PageForm } from "./page-form";

type Props = Pick<ComponentProps<typeof PageForm>, "values"> & { send: string; change: string };

/** Under "check your answers": what was typed goes along with either button, `intent` says which. */
export function SendOrChange({ values, send, change }: Props) {
  return (
    <PageForm method="post" values={values} className="row mt-3">
      <Button variant="primary" name="intent" value="send">
        {send}
      </Button>
      <Button name="intent" value="change">
        {change}
      </Button>
    </PageForm>
  );
}
