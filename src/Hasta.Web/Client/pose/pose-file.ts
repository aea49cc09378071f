import type { FlatPoints, Landmarks } from "../live/protocol";

/** A .pose file (v0.1 or v0.2), first person only, as the frames that a skeleton is drawn from. */
export interface PoseClip { width: number; height: number; fps: number; frames: Landmarks[] }

interface Component { name: string; points: number }

const parts: Record<string, keyof Landmarks> = { POSE_LANDMARKS: "pose", LEFT_HAND_LANDMARKS: "left", RIGHT_HAND_LANDMARKS: "right" };

/** @throws RangeError if the bytes are not a complete .pose file. */
export function readPose(bytes: ArrayBuffer): PoseClip {
  const view = new DataView(bytes);
  let at = 0;
  const u16 = () => view.getUint16((at += 2) - 2, true);
  const f32 = () => view.getFloat32((at += 4) - 4, true);
  const text = () => {
    const length = u16();
    if (at + length > bytes.byteLength) throw new RangeError("truncated .pose file");
    return new TextDecoder().decode(new Uint8Array(bytes, (at += length) - length, length));
  };

  const version = Math.round(10 * f32());
  if (version !== 1 && version !== 2) throw new RangeError("not a .pose file of version 0.1 or 0.2");
  const [width, height] = [u16(), u16()];
  u16();
  const components: Component[] = [];
  let [total, dimensions] = [0, 0];
  for (let left = u16(); left > 0; left--) {
    const [name, format] = [text(), text()];
    const [points, limbs, colours] = [u16(), u16(), u16()];
    for (let i = 0; i < points; i++) text();
    at += 4 * limbs + 6 * colours;
    components.push({ name, points });
    total += points;
    dimensions = Math.max(dimensions, format.length - 1);
  }

  const fps = version === 2 ? f32() : u16();
  const declared = version === 2 ? view.getUint32((at += 4) - 4, true) : u16();
  const people = u16();
  const frameBytes = 4 * people * total * (dimensions + 1);
  const frames = version === 2 ? declared : frameBytes === 0 ? 0 : Math.floor((bytes.byteLength - at) / frameBytes);
  if (at + frames * frameBytes !== bytes.byteLength) throw new RangeError("truncated .pose file");

  const [data, confidence] = [at, at + 4 * frames * people * total * dimensions];
  const frame = (index: number): Landmarks => {
    const landmarks: Landmarks = { pose: null, left: null, right: null };
    let point = index * people * total;
    for (const component of people > 0 ? components : []) {
      const flat: FlatPoints = [];
      for (let i = 0; i < component.points; i++, point++) {
        const isMissing = !(view.getFloat32(confidence + 4 * point, true) > 0);
        const place = data + 4 * point * dimensions;
        flat.push(isMissing ? null : view.getFloat32(place, true), isMissing ? null : view.getFloat32(place + 4, true));
      }
      const part = parts[component.name];
      if (part && flat.some(value => value !== null)) landmarks[part] = flat;
    }
    return landmarks;
  };
  return { width, height, fps, frames: Array.from({ length: frames }, (_, i) => frame(i)) };
}

export const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
