import type { FlatPoints, Landmarks } from "../live/protocol";

type Limb = readonly [number, number];
const body: Limb[] = [[11, 12], [11, 13], [13, 15], [12, 14], [14, 16], [11, 23], [12, 24], [23, 24], [9, 10]];
const [leftEar, rightEar] = [7, 8];
const hand: Limb[] = [
  [0, 1], [1, 2], [2, 3], [3, 4], [0, 5], [5, 6], [6, 7], [7, 8], [5, 9], [9, 10], [10, 11], [11, 12], [9, 13], [13, 14], [14, 15],
  [15, 16], [13, 17], [17, 18], [18, 19], [19, 20], [0, 17],
];

/** Draws a frame's landmarks over the whole canvas. Width and height are those of the frame, in pixels. */
export function drawSkeleton(canvas: HTMLCanvasElement, landmarks: Landmarks | undefined, width: number, height: number): void {
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d")!;
  const colour = (name: string, otherwise: string) => getComputedStyle(canvas).getPropertyValue(name).trim() || otherwise;
  context.clearRect(0, 0, width, height);
  context.lineCap = "round";
  const lines = (points: FlatPoints | null | undefined, limbs: Limb[], style: string, thickness: number) => {
    if (!points) return;
    context.strokeStyle = style;
    context.lineWidth = Math.max(1.5, thickness * height / 480);
    context.beginPath();
    for (const [from, to] of limbs) {
      const [x1, y1, x2, y2] = [points[2 * from], points[2 * from + 1], points[2 * to], points[2 * to + 1]];
      if (x1 == null || y1 == null || x2 == null || y2 == null) continue;
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    }
    context.stroke();
  };
  lines(landmarks?.pose, body, colour("--bone", "#8a857c"), 5);
  if (landmarks?.pose) drawHead(context, landmarks.pose);
  lines(landmarks?.left, hand, colour("--lefthand", "#1f74c4"), 3);
  lines(landmarks?.right, hand, colour("--righthand", "#d96f00"), 3);
}

/** An oval through the ears; a face seen from the side is as high as from the front, and the mouth shows where it looks. */
function drawHead(context: CanvasRenderingContext2D, pose: FlatPoints): void {
  const [x1, y1, x2, y2] = [pose[2 * leftEar], pose[2 * leftEar + 1], pose[2 * rightEar], pose[2 * rightEar + 1]];
  if (x1 == null || y1 == null || x2 == null || y2 == null) return;
  const width = Math.hypot(x2 - x1, y2 - y1);
  context.beginPath();
  context.ellipse((x1 + x2) / 2, (y1 + y2) / 2, width / 2, 0.68 * width, Math.atan2(y1 - y2, x1 - x2), 0, 2 * Math.PI);
  context.stroke();
}
