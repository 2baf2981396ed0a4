import { globSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { walk } from './journey.ts'
import { root } from './server.ts'

const stage = useStage()
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const pages = globSync('**/*.html', { cwd: join(root, 'demo-site'), exclude: ['configure'] }).sort()

/** Everything axe finds, as one readable line each. */
async function faults(page: Page, step = ''): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${step} ${id} at ${String(target)}: ${failureSummary ?? ''}`),
  )
}

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
