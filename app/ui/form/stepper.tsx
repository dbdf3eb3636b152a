import { Icon } from "../icon";

/** − 3 +. Each part is a submit button or field of the surrounding PageForm: `name` holds the number, `change` is "-1" or "1". */
export function Stepper({
  name,
  value,
  label,
  fewer,
  more,
  min = 0,
  max = 999,
}: {
  name: string;
  /** Null: nobody has said. */
  value: number | null;
  label: string;
  fewer: string;
  more: string;
  min?: number;
  max?: number;
}) {
  return (
    <span className="step" dir="ltr">
      <button type="submit" formNoValidate name="change" value="-1" aria-label={fewer}>
        <Icon name="minus" />
      </button>
      <input
        key={value ?? "unknown"}
        id={name}
        name={name}
        defaultValue={value ?? ""}
        placeholder={value === null ? "–" : undefined}
        required
        inputMode="numeric"
        pattern="[0-9]*"
        min={min}
        max={max}
        aria-label={label}
        autoComplete="off"
      />
      <button type="submit" formNoValidate name="change" value="1" aria-label={more}>
        <Icon name="plus" />
      </button>
    </span>
  );
}
