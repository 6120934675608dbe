import { Checkbox, Form, Input, InputNumber } from 'antd';
import type { z } from 'zod';
import { isSealedField, settingsOf } from '#domain/messaging/account.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import { balanceUnitOf, standardFloorOf } from '#domain/messaging/balance.ts';
import { AddAccount } from '#domain/messaging/contract.ts';
import type { ChannelAccount } from '#domain/messaging/contract.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { MoneyInput } from '#web/ui/money-input.tsx';
import { Select } from '#web/ui/select.tsx';
import { useAddAccount, useEditAccount } from './api.ts';
import { accountWords } from './account-words.ts';

interface AccountDrawerProps {
  kind: AccountKind;
  /** Null is a new one. */
  account: ChannelAccount | null;
  open: boolean;
  onClose: () => void;
  /** The token in the address that the provider calls back. */
  onAdded: (kind: AccountKind, callbackToken: string) => void;
}

interface Draft {
  clinicId: string;
  name: string;
  settings: Record<string, string | number | boolean>;
  secret?: string;
  perMinute: number;
  priceYuan: number;
  position: number;
  balanceFloor: number | null;
}

const everywhere = 'all';

/** The fields of one provider; its secret goes in and does not come back. */
export function AccountDrawer({ kind, account, open, onClose, onAdded }: AccountDrawerProps) {
  const say = useWords(accountWords);
  const tell = useTell();
  const { clinics } = useMe();
  const add = useAddAccount();
  const edit = useEditAccount();
  const { required, fits } = useFieldRules();
  const unit = balanceUnitOf[kind];

  const save = async ({ clinicId, secret, priceYuan, ...draft }: Draft, version: number | undefined) => {
    // A sealed one that nobody typed anew stays as it is.
    const typed = Object.entries(draft.settings).filter(([field, value]) => !isSealedField(field) || value);
    const settings = account === null ? draft.settings : Object.fromEntries(typed);
    const fenPerThousand = Math.round(priceYuan * 100_000);
    if (account === null) {
      const { position: _, ...facts } = draft;
      const home = clinicId === everywhere ? null : clinicId;
      const added = await add.mutateAsync({
        ...{ ...facts, kind, fenPerThousand, clinicId: home, secret: secret ?? '' },
      });
      onAdded(kind, added.callbackToken);
      return;
    }
    const saved = await edit.mutateAsync({
      ...{ ...draft, settings, id: account.id, version: version ?? account.version, fenPerThousand },
      ...(secret && { secret }),
    });
    tell.done(say(saved.testResult === null ? 'saved.test' : 'saved'));
  };

  return (
    <FormDrawer<Draft>
      title={
        account ? say('edit.title', { name: account.name }) : say('add.title', { kind: say(`kind.${kind}`) })
      }
      open={open}
      onClose={onClose}
      start={startOf(kind, account, say(`kind.${kind}`))}
      {...(account && { version: account.version })}
      compare={[
        { name: 'name', label: say('name') },
        { name: 'perMinute', label: say('perMinute') },
        { name: 'position', label: say('position') },
      ]}
      onSave={save}
    >
      <Form.Item name="name" label={say('name')} rules={[required]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="clinicId" label={say('clinic')}>
        <Select
          disabled={account !== null}
          options={[
            { value: everywhere, label: say('clinic.all') },
            ...clinics.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
      {Object.entries(settingsOf[kind].shape).map(([field, shape]) => (
        <SettingField
          key={field}
          field={field}
          shape={shape as z.ZodType}
          isSet={account?.sealed.some((one) => one === field) ?? false}
        />
      ))}
      <Form.Item
        name="secret"
        label={say(`secret.${kind}`)}
        rules={[...(account === null ? [required] : []), fits(AddAccount.shape.secret)]}
      >
        <Input.Password
          autoComplete="new-password"
          visibilityToggle={false}
          maxLength={500}
          {...(account && { placeholder: say('secret.keep') })}
        />
      </Form.Item>
      <div className="line">
        <Form.Item name="perMinute" label={say('perMinute')} rules={[required]}>
          <InputNumber min={1} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item name="priceYuan" label={say('price')} rules={[required]}>
          <InputNumber min={0} max={10} precision={3} step={0.005} />
        </Form.Item>
        {account && (
          <Form.Item
            name="position"
            label={say('position')}
            tooltip={say('position.hint')}
            rules={[required]}
          >
            <InputNumber min={1} max={99} precision={0} />
          </Form.Item>
        )}
      </div>
      {unit !== null && (
        <Form.Item name="balanceFloor" label={say(`floor.${unit}`)} extra={say('floor.text')}>
          {unit === 'fen' ? <MoneyInput /> : <InputNumber min={0} precision={0} style={{ width: '100%' }} />}
        </Form.Item>
      )}
    </FormDrawer>
  );
}

function startOf(kind: AccountKind, account: ChannelAccount | null, name: string): Partial<Draft> {
  if (account) {
    const { settings, perMinute, fenPerThousand, position } = account;
    const clinicId = account.clinicId ?? everywhere;
    return {
      name: account.name,
      clinicId,
      settings,
      perMinute,
      position,
      balanceFloor: account.balanceFloor,
      priceYuan: fenPerThousand / 100_000,
    };
  }
  return {
    ...{ name, clinicId: everywhere, perMinute: 60, priceYuan: kind.endsWith('-sms') ? 0.045 : 0 },
    settings: defaultsOf(kind),
    balanceFloor: standardFloorOf(kind),
  };
}

/** What a provider's fields begin with, as their shape says. */
function defaultsOf(kind: AccountKind): Draft['settings'] {
  return Object.fromEntries(
    Object.entries(settingsOf[kind].shape).flatMap(([field, shape]) => {
      const read = (shape as z.ZodType<string | number | boolean>).safeParse(undefined);
      return read.success ? [[field, read.data]] : [];
    }),
  );
}

const isNumber = (field: string) => field === 'port' || field === 'agentId';

function SettingField({ field, shape, isSet }: { field: string; shape: z.ZodType; isSet: boolean }) {
  const say = useWords(accountWords);
  const { required, fits } = useFieldRules();
  const label = say(`field.${field as 'signName'}`);
  const name = ['settings', field];
  if (field === 'isTls') {
    return (
      <Form.Item name={name} valuePropName="checked">
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  }
  const mayBeEmpty = isSet || shape.safeParse('').success;
  return (
    <Form.Item name={name} label={label} rules={[...(mayBeEmpty ? [] : [required]), fits(shape)]}>
      {isSealedField(field) ? (
        <Input.Password
          autoComplete="new-password"
          visibilityToggle={false}
          maxLength={400}
          {...(isSet && { placeholder: say('secret.keep') })}
        />
      ) : isNumber(field) ? (
        <InputNumber min={1} precision={0} style={{ width: '100%' }} />
      ) : (
        <Input maxLength={400} autoComplete="off" />
      )}
    </Form.Item>
  );
}
