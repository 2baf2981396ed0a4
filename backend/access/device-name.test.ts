import { expect, test } from 'vitest'
import { deviceName } from './device-name.ts'

// Shapes of User-Agent as their makers describe them; the versions are invented.
const apple = 'AppleWebKit/600.1 (KHTML, like Gecko)'
test.each([
  [`Mozilla/5.0 (X11; Linux x86_64; rv:99.0) Gecko/20100101 Firefox/99.0`, 'Firefox, Linux'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${apple} Chrome/99.0 Safari/537.36 Edg/99.0`, 'Edge, Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${apple} Chrome/99.0 Safari/537.36`, 'Chrome, Windows'],
  [`Mozilla/5.0 (Linux; Android 10; K) ${apple} Chrome/99.0 Mobile Safari/537.36`, 'Chrome, Android'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/99.0 Safari/605.1`, 'Safari, macOS'],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${apple} CriOS/99.0 Safari/604.1`,
    'Chrome, iPhone',
  ],
  ['curl/8.0', ''],
  ['', ''],
  [undefined, ''],
])('%s is called “%s”, without a version', (userAgent, name) => expect(deviceName(userAgent)).toBe(name))
