import { html, type TemplateResult } from 'lit'
import type { Accessibility, Address, Contact, Tier } from '@amtsweg/contract'
import { languages } from '@amtsweg/messages/languages.ts'
import {
  checkField,
  errorSummary,
  type FieldErrors,
  selectField,
  textArea,
  textField,
} from '../shell/fields.ts'
import { languageName } from '../shell/language-names.ts'
import type { PickedEvent, PickerSource } from '../shell/picker.ts'
import type { UnitRecord } from './unit-draft.ts'
import { words } from './words.ts'
import '../shell/picker.ts'

interface Parts {
  readonly draft: UnitRecord
  readonly errors: FieldErrors
  /** The language whose name and description are shown beside the German ones. */
  readonly lang: string
  readonly onLang: (lang: string) => void
  /** Offices that it can belong to. */
  readonly parents: PickerSource
  readonly onChange: (changes: Partial<UnitRecord>) => void
}

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** All that is kept of an office but its hours. */
export const recordForm = (parts: Parts): TemplateResult => html`
  <form @submit=${(event: Event) => event.preventDefault()}>
    ${errorSummary(parts.errors)} ${namesPart(parts)} ${addressesPart(parts)} ${contactsPart(parts)}
    ${accessibilityPart(parts)} ${placePart(parts)}
  </form>
`

function namesPart({ draft, errors, lang, onLang, onChange }: Parts): TemplateResult {
  const name = (of: string) =>
    textField({
      id: `name-${of}`,
      label: `${words.names} (${languageName(of)})`,
      value: draft.names[of] ?? '',
      error: errors[`name-${of}`],
      isOptional: of !== 'de',
      lang: of,
      maxLength: 500,
      ...(of === 'de' ? { help: words.nameHelp } : {}),
      onInput: (value) => onChange({ names: { ...draft.names, [of]: value } }),
    })
  const description = (of: string) =>
    textArea({
      id: `description-${of}`,
      label: `${words.description} (${languageName(of)})`,
      value: draft.descriptions?.[of] ?? '',
      error: errors[`description-${of}`],
      isOptional: true,
      lang: of,
      onInput: (value) => onChange({ descriptions: { ...draft.descriptions, [of]: value } }),
    })
  return html`<section aria-labelledby="names-title">
    <h2 id="names-title">${words.names}</h2>
    ${name('de')} ${description('de')}
    ${selectField({
      id: 'lang',
      label: words.language,
      value: lang,
      options: languages
        .filter((one) => one !== 'de')
        .map((one) => ({ value: one, label: languageName(one) + (draft.names[one] ? ' ✓' : '') })),
      onChange: onLang,
    })}
    ${name(lang)} ${description(lang)}
  </section>`
}

const changed = <Item>(items: readonly Item[], index: number, changes: Partial<Item>): Item[] =>
  items.map((item, at) => (at === index ? { ...item, ...changes } : item))
const without = <Item>(items: readonly Item[], index: number): Item[] => items.filter((_, at) => at !== index)

function addressesPart({ draft, errors, onChange }: Parts): TemplateResult {
  const { addresses = [] } = draft
  const set = (next: readonly Address[]) => onChange({ addresses: next })
  return html`<section aria-labelledby="addresses-title">
    <h2 id="addresses-title">${words.addresses}</h2>
    ${addresses.map(
      (address, index) =>
        html`<fieldset class="group">
          <legend>${words.address(index + 1)}</legend>
          ${selectField({
            id: `address-${index}-kind`,
            label: words.kind,
            value: address.kind,
            options: options(words.addressKinds),
            onChange: (kind) => set(changed(addresses, index, { kind: kind as Address['kind'] })),
          })}
          ${(['street', 'houseNumber', 'postcode', 'city', 'addition'] as const).map((part) =>
            textField({
              id: `address-${index}-${part}`,
              label: words.addressParts[part],
              value: address[part] ?? '',
              error: errors[`address-${index}-${part}`],
              isOptional: true,
              onInput: (value) => set(changed(addresses, index, { [part]: value })),
            }),
          )}
          ${removeButton(words.address(index + 1), () => set(without(addresses, index)))}
        </fieldset>`,
    )}
    <button type="button" class="button quiet" @click=${() => set([...addresses, { kind: 'visitor' }])}>
      ${words.addAddress}
    </button>
  </section>`
}

function contactsPart({ draft, errors, onChange }: Parts): TemplateResult {
  const { contacts = [] } = draft
  const set = (next: readonly Contact[]) => onChange({ contacts: next })
  return html`<section aria-labelledby="contacts-title">
    <h2 id="contacts-title">${words.contacts}</h2>
    ${contacts.map(
      (contact, index) =>
        html`<fieldset class="group">
          <legend>${words.contact(index + 1)}</legend>
          ${selectField({
            id: `contact-${index}-kind`,
            label: words.kind,
            value: contact.kind,
            options: options(words.contactKinds),
            onChange: (kind) => set(changed(contacts, index, { kind: kind as Contact['kind'] })),
          })}
          ${textField({
            id: `contact-${index}-value`,
            label: words.contactValue,
            value: contact.value,
            error: errors[`contact-${index}-value`],
            isOptional: true,
            onInput: (value) => set(changed(contacts, index, { value })),
          })}
          ${textField({
            id: `contact-${index}-label`,
            label: words.contactLabel,
            value: contact.label ?? '',
            error: errors[`contact-${index}-label`],
            isOptional: true,
            onInput: (label) => set(changed(contacts, index, { label })),
          })}
          ${removeButton(words.contact(index + 1), () => set(without(contacts, index)))}
        </fieldset>`,
    )}
    <button
      type="button"
      class="button quiet"
      @click=${() => set([...contacts, { kind: 'phone', value: '' }])}
    >
      ${words.addContact}
    </button>
  </section>`
}

function accessibilityPart({ draft, errors, onChange }: Parts): TemplateResult {
  const accessibility: Accessibility = draft.accessibility ?? { stepFree: 'unknown' }
  const set = (changes: Partial<Accessibility>) =>
    onChange({ accessibility: { ...accessibility, ...changes } })
  return html`<section aria-labelledby="accessibility-title">
    <h2 id="accessibility-title">${words.accessibility}</h2>
    ${(['stepFree', 'lift', 'toilet', 'parking'] as const).map((part) => {
      const [label, values] = words.accessibilityParts[part]
      return selectField({
        id: `accessibility-${part}`,
        label,
        value: accessibility[part] ?? 'unknown',
        options: options(values),
        onChange: (value) => set({ [part]: value }),
      })
    })}
    ${textField({
      id: 'accessibility-note',
      label: words.accessibilityNote,
      value: accessibility.note ?? '',
      error: errors['accessibility-note'],
      isOptional: true,
      onInput: (note) => set({ note }),
    })}
  </section>`
}

function placePart({ draft, errors, parents, onChange }: Parts): TemplateResult {
  return html`<section aria-labelledby="place-title">
    <h2 id="place-title">${words.place}</h2>
    ${selectField({
      id: 'tier',
      label: words.tier,
      value: draft.tier,
      options: options(words.tiers),
      onChange: (tier) => onChange({ tier: tier as Tier }),
    })}
    ${textField({
      id: 'region-key',
      label: words.regionKey,
      help: words.regionKeyHelp,
      value: draft.regionKey ?? '',
      error: errors['region-key'],
      inputmode: 'numeric',
      isOptional: true,
      onInput: (regionKey) => onChange({ regionKey }),
    })}
    <desk-picker
      id="parent"
      label=${words.parentId}
      help=${words.parentHelp}
      error=${errors['parent'] ?? ''}
      value=${draft.parentId ?? ''}
      .source=${parents}
      @desk-picked=${({ picked }: PickedEvent) => onChange({ parentId: picked?.id ?? '' })}
    ></desk-picker>
    ${checkField({
      id: 'general',
      label: words.general,
      isChecked: draft.general ?? false,
      onChange: (general) => onChange({ general }),
    })}
  </section>`
}

const removeButton = (what: string, onRemove: () => void) =>
  html`<button type="button" class="button plain" aria-label=${words.removeOf(what)} @click=${onRemove}>
    ${words.remove}
  </button>`
