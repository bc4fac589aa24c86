import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../words/language.tsx';
import style from '../answer/answer.module.css';
import { answerWords } from '../answer/words.ts';
import type { PacketForm } from './packet.ts';

/** The packet of which most people ask first. */
export const firstPacket: PacketForm = {
  in: '',
  src: '',
  dst: '8.8.8.8',
  protocol: 'tcp',
  srcPort: '',
  dstPort: '443',
  reply: true,
  whyNot: '',
  seed: '',
  through: '',
  how: 'down',
};

/** Where a packet comes from and goes to. */
export function PacketFields({
  first,
  interfaces,
  ask,
}: {
  readonly first: PacketForm;
  readonly interfaces: readonly string[];
  readonly ask: (packet: PacketForm) => void;
}) {
  const say = useWords(answerWords);
  const [packet, setPacket] = useState(first);
  const set = (part: Partial<PacketForm>): void => setPacket({ ...packet, ...part });
  const field = (
    name: 'src' | 'dst' | 'protocol' | 'dstPort' | 'srcPort' | 'whyNot' | 'seed',
    hint: string,
  ) => (
    <TextInput
      label={say[name]}
      placeholder={hint}
      value={packet[name]}
      onChange={event => set({ [name]: event.currentTarget.value.trim() })}
    />
  );
  const ports = [...new Set([...interfaces, ...[packet.in, packet.through].filter(name => name !== '')])];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(packet);
  };
  return (
    <form className={style['card']} onSubmit={submit}>
      <div className={style['form']}>
        <NativeSelect
          label={say.comesIn}
          value={packet.in}
          onChange={event => set({ in: event.currentTarget.value })}
          data={[{ value: '', label: say.madeHere }, ...ports]}
        />
        {field('src', '192.168.0.10')}
        {field('dst', '8.8.8.8')}
        {field('protocol', 'tcp')}
        {field('dstPort', '443')}
      </div>
      <details className={style['rests']}>
        <summary>{say.more}</summary>
        <div className={style['form']} style={{ paddingTop: 'var(--space-3)' }}>
          {field('srcPort', '40000')}
          {field('whyNot', 'all')}
          {field('seed', '0')}
          <NativeSelect
            label={say.through}
            value={packet.through}
            onChange={event => set({ through: event.currentTarget.value })}
            data={[{ value: '', label: '–' }, ...ports]}
          />
          <NativeSelect
            label={say.how}
            value={packet.how}
            onChange={event => set({ how: event.currentTarget.value as PacketForm['how'] })}
            data={[
              { value: 'down', label: say.howDown },
              { value: 'dead-gateway', label: say.howGateway },
              { value: 'dead', label: say.howDead },
            ]}
          />
        </div>
      </details>
      <div className={style['row']}>
        <Button type="submit" disabled={packet.dst === ''}>
          {say.ask}
        </Button>
        <Checkbox
          size="xs"
          iconColor="var(--on-ink)"
          label={say.reply}
          checked={packet.reply}
          onChange={event => set({ reply: event.currentTarget.checked })}
        />
      </div>
    </form>
  );
}
