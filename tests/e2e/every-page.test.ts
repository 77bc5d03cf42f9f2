import { describe, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { browserStory } from './browser.ts';
import { demoAddresses, settled } from './demo-addresses.ts';

const story = browserStory();
const addresses = await demoAddresses();

describe.each(addresses)('$name', ({ path }) => {
  test('has no accessibility violation, in Chinese', async () => {
    const page = await settled(await story.open(path));
    await expectAccessible(page);
    expect(await page.locator('h1').count()).toBe(1);
  });

  test('fits a phone, in English', async () => {
    const page = await settled(
      await story.open(`${path}?lang=en`, {
        viewport: { width: 390, height: 844 },
        locale: 'en-GB',
        isMobile: true,
        hasTouch: true,
      }),
    );
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const words = await page.locator('.jh-screen-link, main h2').allInnerTexts();
    expect(words.filter((text) => /[\u4e00-\u9fff]/.test(text.replace(/虚构[\u4e00-\u9fff]+/g, '')))).toEqual([]);
  });
});
