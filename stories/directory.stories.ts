import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import type { Unit } from '@amtsweg/contract'
import { fakeClient, openNow, sampleCountyUnit, sampleUnit } from '@amtsweg/kit/testing.ts'
import '@amtsweg/kit/office-card.ts'

interface Args {
  readonly unit: Unit
  readonly note: string
  readonly level: number
  readonly untitled: boolean
}

export default {
  title: 'Verzeichnis/Amtskarte',
  component: 'amt-office-card',
  args: { unit: openNow(sampleUnit), note: '', level: 3, untitled: false },
  argTypes: { unit: { control: 'object' } },
  render: ({ unit, note, level, untitled }) => html`
    <amt-office-card
      .client=${fakeClient()}
      .unit=${unit}
      note=${note}
      level=${level}
      ?untitled=${untitled}
    ></amt-office-card>
  `,
} satisfies Meta<Args>

type Story = StoryObj<Args>

export const Open: Story = { tags: ['everywhere'] }
export const Closed: Story = { args: { unit: { ...sampleUnit, openState: { state: 'closed' } } } }
export const ClosedForAHoliday: Story = {
  args: { unit: { ...sampleUnit, openState: { state: 'closed', reason: 'Reformationstag' } } },
}
export const AppointmentsUnreachable: Story = {
  args: {
    unit: {
      ...sampleUnit,
      contacts: sampleUnit.contacts.map((contact) =>
        contact.kind === 'appointment' || contact.kind === 'website'
          ? { ...contact, unreachableOn: '2026-11-20' }
          : contact,
      ),
    },
  },
}
export const LittleKnown: Story = { args: { unit: sampleCountyUnit, note: 'Landkreis' } }
