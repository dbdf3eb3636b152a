import type { Page } from "@playwright/test";

/** Counts key presses and clicks as design.md section 4 does: everything except the characters typed into a field. */
export class Presses {
  count = 0;
  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.count += 1;
    await this.page.keyboard.press(key);
  }

  async tab(times: number): Promise<void> {
    for (let left = times; left > 0; left -= 1) await this.press("Tab");
  }

  /** Characters into the field that has the focus; not counted. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}
