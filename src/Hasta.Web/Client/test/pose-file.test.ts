import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPose } from "../pose/pose-file";

/** Two frames of one component with two points; the second point is missing in the first frame. */
function tiny(): ArrayBuffer {
  const bytes: number[] = [];
  const put = (size: number, write: (view: DataView) => void) => {
    const b = new Uint8Array(size);
    write(new DataView(b.buffer));
    bytes.push(...b);
  };
  const u16 = (n: number) => put(2, v => v.setUint16(0, n, true));
  const f32 = (n: number) => put(4, v => v.setFloat32(0, n, true));
  const text = (s: string) => { u16(s.length); bytes.push(...new TextEncoder().encode(s)); };
  f32(0.2); u16(640); u16(480); u16(0); u16(1);
  text("LEFT_HAND_LANDMARKS"); text("XYZC"); u16(2); u16(1); u16(1); text("A"); text("B"); u16(0); u16(1); u16(0); u16(0); u16(0);
  f32(25); put(4, v => v.setUint32(0, 2, true)); u16(1);
  [10, 20, 0, 0, 0, 0, 30, 40, 0, 50, 60, 0].forEach(f32);
  [1, 0, 1, 1].forEach(f32);
  return new Uint8Array(bytes).buffer;
}

test("points and gaps are read", () => {
  const clip = readPose(tiny());
  expect([clip.width, clip.height, clip.fps]).toEqual([640, 480, 25]);
  expect(clip.frames.map(frame => frame.left)).toEqual([[10, 20, null, null], [30, 40, 50, 60]]);
  expect(clip.frames[0]!.pose).toBeNull();
});

test("a truncated file is refused at any length", () => {
  const whole = tiny();
  for (let length = 0; length < whole.byteLength; length++) expect(() => readPose(whole.slice(0, length))).toThrow(RangeError);
});

const real = new URL("../../../../../shared/data/pose-files/mediapipe-v0.1.pose", import.meta.url);
test.skipIf(!existsSync(real))("a file of another tool is read", () => {
  const file = readFileSync(real);
  const clip = readPose(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  expect(clip.frames.length).toBeGreaterThan(10);
  expect(clip.frames.some(frame => frame.pose)).toBe(true);
});
