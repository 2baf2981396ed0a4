import { generate } from 'lean-qr'
import { html, svg, type TemplateResult } from 'lit'

/** Empty modules around it, as ISO/IEC 18004 demands. */
const margin = 4

/** A QR code, dark on light in any scheme of colours: cameras read no other. */
export function qrCode(text: string, label: string): TemplateResult {
  const code = generate(text)
  const size = code.size + 2 * margin
  const rows = Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (_, x) =>
      code.get(x, y) ? `M${x + margin} ${y + margin}h1v1h-1z` : '',
    ).join(''),
  )
  return html`
    <svg
      role="img"
      aria-label=${label}
      viewBox="0 0 ${size} ${size}"
      width="240"
      height="240"
      shape-rendering="crispEdges"
    >
      ${svg`<rect width=${size} height=${size} fill="#fff" /><path d=${rows.join('')} fill="#000" />`}
    </svg>
  `
}
