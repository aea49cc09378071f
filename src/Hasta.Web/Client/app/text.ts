/** The interface's text in English and Hindi. The Hindi is not reviewed by a native reader; the page says so. */
const texts = {
  live: ["Live", "लाइव"], clip: ["Clip", "क्लिप"], teach: ["Teach", "सिखाएँ"], words: ["Words", "शब्द"], model: ["Model", "मॉडल"],
  language: ["हिन्दी", "English"], theme: ["Dark or light", "गहरा या हल्का"], sections: ["Sections", "भाग"],
  unreviewed: ["", "यह हिन्दी अनुवाद अभी किसी ने जाँचा नहीं है।"],
  limits: ["Recognises {0} signs. Does not translate. Not for medical, legal or police use. Not reviewed by a deaf signer yet.",
    "{0} संकेत पहचानता है। अनुवाद नहीं करता। चिकित्सा, कानूनी या पुलिस के काम के लिए नहीं। "
      + "अभी किसी बधिर व्यक्ति ने इसकी समीक्षा नहीं की है।"],
  failedRequest: ["This did not work: {0}", "यह नहीं हो सका: {0}"],

  start: ["Start the camera", "कैमरा चालू करें"], stop: ["Stop the camera", "कैमरा बंद करें"],
  off: ["The camera is off.", "कैमरा बंद है।"], closed: ["The camera is off.", "कैमरा बंद है।"],
  connecting: ["Connecting …", "जुड़ रहा है …"], loading: ["Loading the networks …", "नेटवर्क लोड हो रहे हैं …"], ready: ["Ready", "तैयार"],
  waiting: ["The server does not answer; trying again …", "सर्वर जवाब नहीं दे रहा; फिर कोशिश हो रही है …"],
  busy: ["The server is busy with other people; trying again …", "सर्वर दूसरे लोगों के साथ व्यस्त है; फिर कोशिश हो रही है …"],
  failed: ["The server ended the stream: {0}", "सर्वर ने बंद किया: {0}"],
  unauthorized: ["The server asks for its token: open the link that it printed when it was started.",
    "सर्वर अपना टोकन माँगता है: वह लिंक खोलें जो सर्वर ने शुरू होते समय दिखाया था।"],
  noCamera: ["No camera was found, or another program uses it.", "कैमरा नहीं मिला, या कोई और प्रोग्राम उसे चला रहा है।"],
  denied: ["The camera is not allowed. Allow it in the browser's address bar, then start again.",
    "कैमरे की अनुमति नहीं है। ब्राउज़र में अनुमति दें, फिर चालू करें।"],
  insecure: ["Browsers give cameras to https pages and to this computer's own server only.",
    "ब्राउज़र कैमरा केवल https पृष्ठों और इसी कंप्यूटर के सर्वर को देता है।"],
  rest: ["Rest", "विराम"], signing: ["Signing …", "संकेत हो रहा है …"], rate: ["{0} frames/s", "{0} फ़्रेम/से"],
  shared: ["slower: the server serves several people", "धीमा: सर्वर कई लोगों के साथ काम कर रहा है"],

  noSigner: ["Nobody is seen.", "कोई दिखाई नहीं देता।"], tooDark: ["Too dark: turn on a light.", "अँधेरा है: रोशनी जलाएँ।"],
  backlight: ["The light is behind you: turn towards it.", "रोशनी आपके पीछे है: उसकी ओर मुड़ें।"], tooFar: ["Come closer.", "पास आएँ।"],
  tooClose: ["Move back a little.", "थोड़ा पीछे जाएँ।"], shouldersCut: ["Show both shoulders.", "दोनों कंधे दिखाएँ।"],
  handOutside: ["A hand leaves the picture.", "हाथ तस्वीर से बाहर है।"],
  secondPerson: ["A second person is in the picture.", "तस्वीर में दूसरा व्यक्ति है।"],
  slow: ["Under 10 frames per second: signs may be missed.", "10 फ़्रेम प्रति सेकंड से कम: संकेत छूट सकते हैं।"],

  empty: ["Words appear here. Try one of these:", "शब्द यहाँ दिखेंगे। इनमें से कोई संकेत करके देखें:"],
  perhaps: ["Did you mean", "क्या आपका मतलब था"], noneOfThese: ["None of these", "इनमें से कोई नहीं"],
  change: ["Change “{0}”", "“{0}” बदलें"], write: ["Write it yourself", "ख़ुद लिखें"], apply: ["Apply", "लागू करें"],
  close: ["Close", "बंद करें"],
  undo: ["Undo", "वापस लें"], clear: ["Clear", "मिटाएँ"], copy: ["Copy", "कॉपी करें"], copied: ["Copied.", "कॉपी हो गया।"],
  speak: ["Speak English", "अंग्रेज़ी में बोलें"], speakHindi: ["Speak Hindi", "हिन्दी में बोलें"],
  speakNote: ["Speaks the words in order; it does not translate.", "शब्दों को क्रम से बोलता है; अनुवाद नहीं करता।"],
  noVoice: ["This browser has no voice for this language.", "इस ब्राउज़र में इस भाषा की आवाज़ नहीं है।"],
  privacy: ["While the camera is on, its pictures are sent to the server {0}, which recognises the signs and keeps nothing, unless you "
    + "teach it one. Landmarks can identify their signer, too.",
  "कैमरा चालू रहने पर उसकी तस्वीरें सर्वर {0} को भेजी जाती हैं। वह संकेत पहचानता है और कुछ नहीं रखता, जब तक आप उसे कुछ न सिखाएँ। "
    + "शरीर के बिंदुओं से भी व्यक्ति पहचाना जा सकता है।"],

  unsure: ["unsure", "अनिश्चित"], lowConfidence: ["No word is likely enough.", "कोई शब्द पक्का नहीं है।"],
  tooFewFrames: ["A person is seen too briefly.", "व्यक्ति बहुत कम समय दिखता है।"],
  noHand: ["Hands are hardly seen.", "हाथ ठीक से नहीं दिखते।"],
  noSign: ["No hand is raised or moving.", "कोई हाथ उठा या हिल नहीं रहा।"],

  clipIntro: ["Choose or drop a video of one sign, or a .pose file. It is sent to the server {0} and not kept.",
    "एक संकेत का वीडियो या .pose फ़ाइल चुनें या यहाँ छोड़ें। वह सर्वर {0} को भेजी जाती है और रखी नहीं जाती।"],
  choose: ["Choose a file, or drop it here", "फ़ाइल चुनें, या यहाँ छोड़ें"], working: ["Recognising …", "पहचान रहा है …"],
  play: ["Play", "चलाएँ"], pause: ["Pause", "रोकें"], speed: ["Speed", "गति"],

  search: ["Search in English or Hindi", "अंग्रेज़ी या हिन्दी में खोजें"], all: ["All categories", "सभी श्रेणियाँ"],
  found: ["{0} words", "{0} शब्द"],
  strangers: ["{0} with strangers", "अनजान लोगों पर {0}"], fewClips: ["few clips", "कम क्लिप"],
  notMeasured: ["not measured", "मापा नहीं गया"],
  oneSigner: ["one signer only: expect less", "केवल एक व्यक्ति से: कम भरोसा रखें"], enrolled: ["taught here", "यहाँ सिखाया गया"],
  show: ["Show {0}", "{0} दिखाएँ"], hide: ["Hide {0}", "{0} छिपाएँ"],
  average: ["Averages of several signers' takes, drawn as skeletons. A person signs with the face, too.",
    "कई लोगों की रिकॉर्डिंग का औसत, कंकाल के रूप में। असल में चेहरा भी संकेत का हिस्सा होता है।"],

  teachIntro: ["Teach a sign with three to five takes. Their landmarks, no pictures, are kept on the server {0} until you delete them.",
    "तीन से पाँच बार करके एक संकेत सिखाएँ। उनके बिंदु, तस्वीरें नहीं, सर्वर {0} पर तब तक रहते हैं जब तक आप उन्हें न हटाएँ।"],
  cannotTeach: ["This server does not learn signs: it was started without a library or with --no-teach.",
    "यह सर्वर नए संकेत नहीं सीखता: इसे बिना संग्रह के या --no-teach के साथ शुरू किया गया है।"],
  gloss: ["Word", "शब्द"], signer: ["Signer (a name or a pseudonym)", "संकेत करने वाला (नाम या उपनाम)"],
  consent: ["The person who signs agrees that landmarks of the takes are kept on this server to recognise this sign. They can identify the "
    + "signer. They can be deleted or exported here at any time.",
  "संकेत करने वाला व्यक्ति सहमत है कि उसके शरीर के बिंदु इस संकेत को पहचानने के लिए इस सर्वर पर रखे जाएँ। उनसे व्यक्ति पहचाना जा सकता है। "
    + "उन्हें यहाँ कभी भी हटाया या निर्यात किया जा सकता है।"],
  record: ["Record a take", "एक बार रिकॉर्ड करें"], recordIn: ["Sign in {0} …", "{0} में संकेत करें …"],
  recording: ["Recording …", "रिकॉर्ड हो रहा है …"],
  take: ["Take {0}", "रिकॉर्डिंग {0}"], takeHands: ["a hand in {0} of the frames", "{0} फ़्रेमों में हाथ"],
  check: ["Check the takes", "रिकॉर्डिंग जाँचें"], enroll: ["Teach this sign", "यह संकेत सिखाएँ"],
  usable: ["{0} usable takes", "{0} उपयोगी रिकॉर्डिंग"], rejected: ["Rejected", "अस्वीकृत"], unlike: ["Unlike the others", "बाक़ी से अलग"],
  similar: ["Similar signs", "मिलते-जुलते संकेत"], more: ["More recordings are needed: {0}", "और रिकॉर्डिंग चाहिए: {0}"],
  taughtNow: ["Taught. Try it on the Live tab.", "सिखा दिया। लाइव टैब पर आज़माएँ।"], taught: ["Taught signs", "सिखाए गए संकेत"],
  remove: ["Delete {0}", "{0} हटाएँ"], export: ["Export all", "सब निर्यात करें"], none: ["None yet.", "अभी कोई नहीं।"],

  worst: ["of the signs of strangers are recognised, where it works worst",
    "अनजान लोगों के इतने संकेत पहचाने जाते हैं, जहाँ यह सबसे कम काम करता है"],
  mean: ["Strangers, mean", "अनजान लोग, औसत"], measuredOn: ["Measured on", "किस पर मापा गया"], name: ["Model", "मॉडल"],
  unsureBelow: ["Clips are unsure below", "क्लिप इससे कम पर अनिश्चित"],
  minConfidence: ["Live signs are unsure below", "लाइव संकेत इससे कम पर अनिश्चित"],
  engine: ["Landmarks of videos", "वीडियो के बिंदु"], version: ["Version of Hasta", "हस्त का संस्करण"],
  licence: ["Licence of the model", "मॉडल का लाइसेंस"], notStated: ["not stated", "नहीं बताया गया"],
} as const satisfies Record<string, readonly [english: string, hindi: string]>;

export type TextKey = keyof typeof texts;
export type Language = "en" | "hi";
export const textKeys = Object.keys(texts) as TextKey[];

export const translate = (language: Language, key: TextKey, value: string | number = ""): string =>
  texts[key][language === "hi" ? 1 : 0].replace("{0}", String(value));

/** "92%"; never 100%, because no answer is certain. */
export const percent = (share: number): string => (share > 0.99 ? ">99%" : `${Math.round(100 * share)}%`);
