import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export type StoryMark = "begun" | "told";

const fileIn = (folder: string) => path.join(folder, "story");

/** How far the told story came in this data folder. */
export function readStoryMark(folder: string): StoryMark | null {
  return existsSync(fileIn(folder)) ? (readFileSync(fileIn(folder), "utf8").trim() as StoryMark) : null;
}

export function markStory(folder: string, mark: StoryMark): void {
  writeFileSync(fileIn(folder), `${mark}\n`);
}
