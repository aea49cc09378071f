/** The interface's text. The Hindi is not reviewed by a native reader; the page says so. */
export const english = {
  live: "Live", clip: "Clip", words: "Words", model: "Model", teach: "Teach", skip: "Skip to content", language: "हिन्दी", theme: "Dark or light",
  unreviewed: "", limits: "Recognises {0} signs. Does not translate. Not for medical, legal or police use. Not reviewed by a deaf signer yet.",
  start: "Start the camera", stop: "Stop the camera", undo: "Undo", clear: "Clear", copy: "Copy", speak: "Speak English", speakHindi: "Speak Hindi",
  speakNote: "Speaks the words in order; it does not translate.", perhaps: "Did you mean", unsure: "unsure", empty: "Words appear here.",
  privacy: "While the camera is on, its pictures are sent to the server {0}, which recognises the signs and keeps nothing, unless you teach it one. Landmarks can identify their signer, too.",
  off: "The camera is off.", connecting: "Connecting …", loading: "Loading the networks …", ready: "Ready", waiting: "The server is lost or busy; trying again …",
  failed: "The server ended the stream: {0}", closed: "The camera is off.", noCamera: "No camera was found, or another program uses it.",
  denied: "The camera is not allowed. Allow it in the browser's address bar, then start again.", insecure: "Browsers give cameras to https pages and to this computer's own server only.",
  rest: "Rest", signing: "Signing …", rate: "{0} frames/s", shared: "slower: the server serves several people",
  tooDark: "Too dark: turn on a light.", backlight: "The light is behind you.", tooFar: "Come closer.", tooClose: "Move back a little.", shouldersCut: "Show both shoulders.",
  handOutside: "A hand leaves the picture.", noSigner: "Nobody is seen.", secondPerson: "A second person is in the picture.", slow: "Under 10 frames per second: signs may be missed.",
  clipIntro: "Choose or drop a video of one sign, or a .pose file. It is sent to the server {0} and not kept.", choose: "Choose a file", working: "Recognising …",
  play: "Play", pause: "Pause", speed: "Speed", search: "Search in English or Hindi", all: "All categories", strangers: "{0} with strangers", notMeasured: "not measured",
  oneSigner: "one signer only: expect less", enrolled: "taught here", found: "{0} words", failedRequest: "This did not work: {0}",
  teachIntro: "Teach a sign with three to five takes. Their landmarks, no pictures, are kept on the server {0} until you delete them.", gloss: "Word", signer: "Signer (a name or a pseudonym)",
  consent: "The person who signs agrees that landmarks of the takes are kept on this server to recognise this sign. They can identify the signer. They can be deleted or exported here at any time.",
  record: "Record a take", recordIn: "Sign in {0} …", recording: "Recording …", take: "Take {0}", check: "Check the takes", enroll: "Teach this sign", takeHands: "a hand in {0} of the frames",
  usable: "{0} usable takes", rejected: "Rejected", unlike: "Unlike the others", similar: "Similar signs", more: "More recordings are needed: {0}", taughtNow: "Taught. Try it on the Live tab.",
  taught: "Taught signs", remove: "Delete {0}", export: "Export all", none: "None yet.",
} as const;

export type TextKey = keyof typeof english;

export const hindi: Record<TextKey, string> = {
  live: "लाइव", clip: "क्लिप", words: "शब्द", model: "मॉडल", teach: "सिखाएँ", skip: "सामग्री पर जाएँ", language: "English", theme: "गहरा या हल्का",
  unreviewed: "यह हिन्दी अनुवाद अभी किसी ने जाँचा नहीं है।", limits: "{0} संकेत पहचानता है। अनुवाद नहीं करता। चिकित्सा, कानूनी या पुलिस के काम के लिए नहीं। अभी किसी बधिर व्यक्ति ने इसकी समीक्षा नहीं की है।",
  start: "कैमरा चालू करें", stop: "कैमरा बंद करें", undo: "वापस लें", clear: "मिटाएँ", copy: "कॉपी करें", speak: "अंग्रेज़ी में बोलें", speakHindi: "हिन्दी में बोलें",
  speakNote: "शब्दों को क्रम से बोलता है; अनुवाद नहीं करता।", perhaps: "क्या आपका मतलब था", unsure: "अनिश्चित", empty: "शब्द यहाँ दिखेंगे।",
  privacy: "कैमरा चालू रहने पर उसकी तस्वीरें सर्वर {0} को भेजी जाती हैं। वह संकेत पहचानता है और कुछ नहीं रखता, जब तक आप उसे कुछ न सिखाएँ। शरीर के बिंदुओं से भी व्यक्ति पहचाना जा सकता है।",
  off: "कैमरा बंद है।", connecting: "जुड़ रहा है …", loading: "नेटवर्क लोड हो रहे हैं …", ready: "तैयार", waiting: "सर्वर नहीं मिला या व्यस्त है; फिर कोशिश हो रही है …",
  failed: "सर्वर ने बंद किया: {0}", closed: "कैमरा बंद है।", noCamera: "कैमरा नहीं मिला, या कोई और प्रोग्राम उसे चला रहा है।",
  denied: "कैमरे की अनुमति नहीं है। ब्राउज़र में अनुमति दें, फिर चालू करें।", insecure: "ब्राउज़र कैमरा केवल https पृष्ठों और इसी कंप्यूटर के सर्वर को देता है।",
  rest: "विराम", signing: "संकेत हो रहा है …", rate: "{0} फ़्रेम/से", shared: "धीमा: सर्वर कई लोगों के साथ काम कर रहा है",
  tooDark: "अँधेरा है: रोशनी जलाएँ।", backlight: "रोशनी आपके पीछे है।", tooFar: "पास आएँ।", tooClose: "थोड़ा पीछे जाएँ।", shouldersCut: "दोनों कंधे दिखाएँ।",
  handOutside: "हाथ तस्वीर से बाहर है।", noSigner: "कोई दिखाई नहीं देता।", secondPerson: "तस्वीर में दूसरा व्यक्ति है।", slow: "10 फ़्रेम प्रति सेकंड से कम: संकेत छूट सकते हैं।",
  clipIntro: "एक संकेत का वीडियो या .pose फ़ाइल चुनें या यहाँ छोड़ें। वह सर्वर {0} को भेजी जाती है और रखी नहीं जाती।", choose: "फ़ाइल चुनें", working: "पहचान रहा है …",
  play: "चलाएँ", pause: "रोकें", speed: "गति", search: "अंग्रेज़ी या हिन्दी में खोजें", all: "सभी श्रेणियाँ", strangers: "अनजान लोगों पर {0}", notMeasured: "मापा नहीं गया",
  oneSigner: "केवल एक व्यक्ति से: कम भरोसा रखें", enrolled: "यहाँ सिखाया गया", found: "{0} शब्द", failedRequest: "यह नहीं हो सका: {0}",
  teachIntro: "तीन से पाँच बार करके एक संकेत सिखाएँ। उनके बिंदु, तस्वीरें नहीं, सर्वर {0} पर तब तक रहते हैं जब तक आप उन्हें न हटाएँ।", gloss: "शब्द", signer: "संकेत करने वाला (नाम या उपनाम)",
  consent: "संकेत करने वाला व्यक्ति सहमत है कि उसके शरीर के बिंदु इस संकेत को पहचानने के लिए इस सर्वर पर रखे जाएँ। उनसे व्यक्ति पहचाना जा सकता है। उन्हें यहाँ कभी भी हटाया या निर्यात किया जा सकता है।",
  record: "एक बार रिकॉर्ड करें", recordIn: "{0} में संकेत करें …", recording: "रिकॉर्ड हो रहा है …", take: "रिकॉर्डिंग {0}", check: "रिकॉर्डिंग जाँचें", enroll: "यह संकेत सिखाएँ", takeHands: "{0} फ़्रेमों में हाथ",
  usable: "{0} उपयोगी रिकॉर्डिंग", rejected: "अस्वीकृत", unlike: "बाक़ी से अलग", similar: "मिलते-जुलते संकेत", more: "और रिकॉर्डिंग चाहिए: {0}", taughtNow: "सिखा दिया। लाइव टैब पर आज़माएँ।",
  taught: "सिखाए गए संकेत", remove: "{0} हटाएँ", export: "सब निर्यात करें", none: "अभी कोई नहीं।",
};

export type Language = "en" | "hi";

export const translate = (language: Language, key: TextKey, value: string | number = ""): string =>
  (language === "hi" ? hindi : english)[key].replace("{0}", String(value));

/** "92%"; never 100%, because no answer is certain. */
export const percent = (share: number): string => (share > 0.99 ? ">99%" : `${Math.round(100 * share)}%`);
