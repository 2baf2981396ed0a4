import type { RichNode, RichText, Service, ServiceLink, ServiceModule } from '@amtsweg/contract'
import type { UnreachableOn } from '../import/index.ts'

/** The service with a word at each link that leads nowhere. */
export function markLinks(service: Service, unreachableOn: UnreachableOn | undefined): Service {
  if (!unreachableOn) return service
  const links = (all: readonly ServiceLink[]) =>
    all.map((link) => ({ ...link, ...marked(unreachableOn(link.url)) }))
  const text = (content: RichText): RichText => content.map((node) => markNode(node, unreachableOn))
  const module = (one: ServiceModule): ServiceModule => ({
    ...one,
    content: text(one.content),
    supplements: one.supplements.map((added) => ({ ...added, content: text(added.content) })),
  })
  return {
    ...service,
    modules: service.modules.map(module),
    legalBasis: links(service.legalBasis),
    forms: links(service.forms),
    onlineServices: links(service.onlineServices),
  }
}

function markNode(node: RichNode, unreachableOn: UnreachableOn): RichNode {
  if (typeof node === 'string') return node
  const { children } = node
  return {
    ...node,
    ...(node.tag === 'a' ? marked(unreachableOn(node.href)) : {}),
    ...(children ? { children: children.map((child) => markNode(child, unreachableOn)) } : {}),
  }
}

const marked = (date: string | undefined) => (date === undefined ? {} : { unreachableOn: date })
