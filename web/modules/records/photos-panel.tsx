import { CameraOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Image, Input, Segmented, Switch, Upload } from 'antd';
import { useState } from 'react';
import { dayAt } from '#domain/base/time.ts';
import { photoMoments, PhotoUpload, type Photo } from '#domain/records/contract.ts';
import { photoLimitBytes } from '#domain/records/photo.ts';
import { ApiError } from '#web/lib/api-error.ts';
import { serverNow } from '#web/lib/clock.ts';
import { pickable, useDates } from '#web/lib/dates.ts';
import { useMay, useTimeZone } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { asDay } from '#web/ui/form-values.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { pictureAddress, useEditPhoto, useRemovePhoto, useUploadPhoto } from './api.ts';
import { recordsWords } from './words.ts';
import './records.css';

interface PhotosPanelProps {
  customerId: string;
  photos: readonly Photo[];
}

/** Before and after; every picture shown is a look that the audit trail keeps. */
export function PhotosPanel({ customerId, photos }: PhotosPanelProps) {
  const say = useWords(recordsWords);
  const mayEdit = useMay('customers.write');
  const [file, setFile] = useState<File | null>(null);

  return (
    <section className="panel">
      <div className="section-head">
        <h2>{say('photos')}</h2>
        {mayEdit && (
          <Upload
            accept="image/jpeg,image/png,image/webp"
            showUploadList={false}
            beforeUpload={(chosen) => {
              setFile(chosen);
              return false;
            }}
          >
            <Button size="small" icon={<CameraOutlined />}>
              {say('photos.upload')}
            </Button>
          </Upload>
        )}
      </div>
      <p className="soft small">{say('photos.hint')}</p>
      {photos.length === 0 && <EmptyState text={say('photos.none')} />}
      <ul className="photos">
        {photos.map((photo) => (
          <PhotoCard key={photo.id} customerId={customerId} photo={photo} mayEdit={mayEdit} />
        ))}
      </ul>
      <UploadDrawer customerId={customerId} file={file} onClose={() => setFile(null)} />
    </section>
  );
}

function PhotoCard({ customerId, photo, mayEdit }: { customerId: string; photo: Photo; mayEdit: boolean }) {
  const say = useWords(recordsWords);
  const dates = useDates();
  const confirm = useConfirm();
  const remove = useRemovePhoto(customerId);
  const { id, moment, takenOn, caption } = photo;
  const alt = say('photo.alt', { day: dates.day(takenOn), moment: say(`moment.${moment}`) });

  return (
    <li>
      <Image
        src={pictureAddress(customerId, id, 'small')}
        preview={{ src: pictureAddress(customerId, id, 'full') }}
        alt={alt}
        loading="lazy"
      />
      <div className="line">
        <b>{say(`moment.${moment}`)}</b>
        <span className="soft">{dates.day(takenOn)}</span>
        <span className="push" />
        {mayEdit && (
          <Button
            type="text"
            size="small"
            danger
            icon={<DeleteOutlined />}
            aria-label={say('remove')}
            onClick={() =>
              void confirm({
                title: say('photo.remove'),
                yes: say('remove'),
                dangerous: true,
                onYes: () => remove.mutateAsync(id),
              })
            }
          />
        )}
      </div>
      {caption && <div className="written">{caption}</div>}
      <Consent customerId={customerId} photo={photo} name="internalUse" mayEdit={mayEdit} />
      <Consent customerId={customerId} photo={photo} name="publish" mayEdit={mayEdit} />
    </li>
  );
}

interface ConsentProps {
  customerId: string;
  photo: Photo;
  name: 'internalUse' | 'publish';
  mayEdit: boolean;
}

function Consent({ customerId, photo, name, mayEdit }: ConsentProps) {
  const say = useWords(recordsWords);
  const dates = useDates();
  const tell = useTell();
  const edit = useEditPhoto(customerId);
  const given = photo[name];
  const label = say(name === 'publish' ? 'consent.publish' : 'consent.internal');
  return (
    <div className="consent">
      <label>
        <Switch
          size="small"
          checked={given !== null}
          disabled={!mayEdit}
          loading={edit.isPending}
          aria-label={label}
          onChange={(on) => edit.mutate({ photo, change: { [name]: on } }, { onError: tell.failed })}
        />{' '}
        {label}
      </label>
      {given && (
        <div className="soft small">
          {say('consent.given', { at: dates.dayOfInstant(given.at), name: given.byName ?? '–' })}
        </div>
      )}
    </div>
  );
}

interface UploadFields {
  moment: Photo['moment'];
  takenOn: string;
  caption?: string;
}

function UploadDrawer({
  customerId,
  file,
  onClose,
}: {
  customerId: string;
  file: File | null;
  onClose: () => void;
}) {
  const say = useWords(recordsWords);
  const tell = useTell();
  const { required, fits } = useFieldRules();
  const upload = useUploadPhoto(customerId);
  const today = dayAt(serverNow(), useTimeZone());
  const { shape } = PhotoUpload;

  return (
    <FormDrawer<UploadFields>
      title={say('photos.upload')}
      open={file !== null}
      onClose={onClose}
      start={{ moment: 'before', takenOn: today }}
      onSave={async (fields) => {
        if (!file) return;
        // Refused here already: nobody waits for 20 MB to be sent to hear it.
        if (file.size >= photoLimitBytes) throw new ApiError(409, 'photo-too-large');
        await upload.mutateAsync({ file, fields });
        tell.done(say('photo.added'));
      }}
    >
      <p className="soft">{file?.name}</p>
      <Form.Item name="moment" label={say('moment')}>
        <Segmented options={photoMoments.map((one) => ({ value: one, label: say(`moment.${one}`) }))} />
      </Form.Item>
      <Form.Item name="takenOn" label={say('photo.takenOn')} {...asDay} rules={[required]}>
        <DatePicker maxDate={pickable(today)} allowClear={false} />
      </Form.Item>
      <Form.Item name="caption" label={say('photo.caption')} rules={[fits(shape.caption)]}>
        <Input />
      </Form.Item>
    </FormDrawer>
  );
}
