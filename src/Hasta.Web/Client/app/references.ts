import { readPose, type PoseClip } from "../pose/pose-file";
import { request } from "./shared";

const loaded = new Map<string, Promise<PoseClip>>();

/** How a word is signed on average; each is fetched once. */
export function poseOf(gloss: string): Promise<PoseClip> {
  let clip = loaded.get(gloss);
  if (!clip) {
    clip = request(`api/words/${encodeURIComponent(gloss)}/pose`).then(response => response.arrayBuffer()).then(readPose);
    clip.catch(() => loaded.delete(gloss));
    loaded.set(gloss, clip);
  }
  return clip;
}
