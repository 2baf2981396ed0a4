import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { faults } from './faults.ts'
import { walk } from './journey.ts'
import { root } from './server.ts'

const stage = useStage()
const pages = globSync('**/*.html', { cwd: join(root, 'demo-site'), exclude: ['configure'] }).sort()

/** Widgets have come when none of them waits any more. */
async function settled(page: Page): Promise<void> {
  for (const widget of await page.locator('amt-wayfinder, amt-responsibility-finder').all()) {
    await widget.scrollIntoViewIfNeeded()
    await widget.locator('section, amt-combobox').first().waitFor()
    await expect.poll(() => widget.locator('.pending').count()).toBe(0)
  }
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each(pages)('%s has no fault that a machine can find', async (path) => {
    const page = await stage.open(`/demo/${path}`, { colorScheme })
    await settled(page)
    expect(await faults(page)).toEqual([])
  })

  test('no step of the main journey has one', async () => {
    const page = await stage.open('/demo/musterstadt/dienste.html', { colorScheme })
    const found: string[] = []
    await walk(page, async (step) => void found.push(...(await faults(page, step))))
    expect(found).toEqual([])
  })
})
