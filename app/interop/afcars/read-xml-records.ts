import { createReadStream } from "node:fs";
import { SaxesParser } from "saxes";
import { UnusableFile } from "../csv/read-csv-lines";

/** An element of one record: its name, the text in it, the line on which it begins. */
export type XmlNode = { name: string; text: string; line: number; children: XmlNode[] };

/** Elements before the first record that a file says about itself, by name. */
export type XmlHead = { root: string; texts: ReadonlyMap<string, string> };

const CHUNK = 65_536;
const LONGEST_TOKEN = 1_000_000;
const DEEPEST = 32;
const MOST_ELEMENTS = 100_000;
const MOST_HEAD = 20;

/** Takes the parser's events apart into records: one is held while it is open, and its parts alone. */
class RecordGathering {
  readonly records: XmlNode[] = [];
  readonly texts = new Map<string, string>();
  root = "";
  /** Where a token was last seen to end: a text, name or comment beyond it grows without one. */
  tokenAt = 0;
  /** The elements that are open inside a record, the record itself first. */
  private readonly open: XmlNode[] = [];
  private elements = 0;
  private depth = 0;
  private headText = "";

  constructor(
    private readonly file: string,
    private readonly recordName: string,
    private readonly parser: SaxesParser,
  ) {
    parser.on("error", () => this.refuse("is no well-formed XML"));
    parser.on("doctype", () => this.refuse("declares a document type: it could hold entities"));
    parser.on("xmldecl", ({ encoding }) => {
      if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) this.refuse("is not in UTF-8");
    });
    parser.on("opentag", ({ name }) => this.start(name));
    parser.on("text", (text) => this.say(text));
    parser.on("cdata", (text) => this.say(text));
    parser.on("closetag", ({ name }) => this.finish(name));
  }

  refuse(why: string): never {
    throw new UnusableFile(this.file, `${why} (line ${this.parser.line})`);
  }

  private start(name: string): void {
    this.tokenAt = this.parser.position;
    this.depth += 1;
    if (this.depth === 1) this.root = name;
    if (this.depth > DEEPEST) this.refuse("has elements inside one another without end");
    this.headText = "";
    const parent = this.open.at(-1);
    if (!parent && name !== this.recordName) return;
    this.elements += 1;
    if (this.elements > MOST_ELEMENTS) this.refuse("has a record without end");
    const node = { name, text: "", line: this.parser.line, children: [] };
    parent?.children.push(node);
    this.open.push(node);
  }

  private say(text: string): void {
    const inside = this.open.at(-1);
    if (inside) inside.text += text;
    else this.headText += text;
  }

  private finish(name: string): void {
    this.tokenAt = this.parser.position;
    this.depth -= 1;
    const node = this.open.pop();
    if (!node && this.texts.size < MOST_HEAD) this.texts.set(name, this.headText.trim());
    if (!node || this.open.length > 0) return;
    this.records.push(node);
    this.elements = 0;
  }
}

/**
 * The records of an XML file, some at a time, with what stands before the first: never more than one chunk and one record
 * are held. Throws UnusableFile for what is not well formed or not whole, for any document type or entity of the file's own,
 * another encoding than UTF-8, and for a token, a depth or a record without end.
 */
export async function* readXmlRecords(
  file: string,
  recordName: string,
): AsyncGenerator<{ head: XmlHead; records: XmlNode[] }> {
  const parser = new SaxesParser({ position: true });
  const gathering = new RecordGathering(file, recordName, parser);
  let isFirst = true;
  for await (const chunk of createReadStream(file, { encoding: "utf8", highWaterMark: CHUNK })) {
    const text = String(chunk);
    if (isFirst && /^[\uFFFD\u0000]/.test(text)) gathering.refuse("is not in UTF-8");
    isFirst = false;
    parser.write(text);
    if (parser.position - gathering.tokenAt > LONGEST_TOKEN) gathering.refuse("has a text without end");
    yield { head: gathering, records: gathering.records.splice(0) };
  }
  try {
    parser.close();
  } catch {
    throw new UnusableFile(file, "ends before its last element is closed: it was cut off");
  }
  yield { head: gathering, records: gathering.records.splice(0) };
}
