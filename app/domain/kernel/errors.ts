export type ErrorCode = "not_found" | "forbidden" | "conflict" | "invalid";

/** A refusal that the person can be told. Messages are codes for the locale files, never data. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = "DomainError";
    this.code = code;
  }
}

/** No such row, or none that the actor may know of: the two are not told apart. */
export class NotFound extends DomainError {
  constructor() {
    super("not_found", "not_found");
  }
}

/** The role has no such right at all. */
export class Forbidden extends DomainError {
  constructor(message = "forbidden") {
    super("forbidden", message);
  }
}

/** The row has moved on, or its state does not allow the act. The message is a code. */
export class Conflict extends DomainError {
  constructor(message: string) {
    super("conflict", message);
  }
}

/** Input that does not fit, by field; "" holds what concerns the whole form. */
export class Invalid extends DomainError {
  readonly fieldErrors: Record<string, string[]>;
  constructor(fieldErrors: Record<string, string[]>) {
    super("invalid", "invalid");
    this.fieldErrors = fieldErrors;
  }
}
