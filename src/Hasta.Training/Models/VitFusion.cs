using Hasta.Landmarks;
using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Models.Layers;
using Hasta.Training.Models.Vit;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models;

/// <summary>
/// Two streams: pictures (a Vision Transformer's class token a frame, one temporal transformer layer) and landmarks (a linear layer and attention). Each
/// looks at the other, both means over the real frames are added up, and a small network names the gloss.
/// </summary>
internal sealed class VitFusion : Classifier
{
    /// <summary>So many pictures go through the backbone at a time: more only take memory.</summary>
    private const int PicturesAtATime = 32;

    private readonly VitBackbone backbone;
    private readonly Linear project;
    private readonly TemporalLayer temporal;
    private readonly BatchNorm1d inputNorm;
    private readonly FeatureDropout featureDropout;
    private readonly Linear embed;
    private readonly FusionAttention landmarkAttention;
    private readonly FusionAttention videoToLandmarks;
    private readonly FusionAttention landmarksToVideo;
    private readonly Sequential head;
    private readonly VitFusionConfig config;

    public VitFusion(VitFusionConfig config, int features, int glosses)
        : base(nameof(VitFusion))
    {
        this.config = config;
        backbone = new VitBackbone(config.Backbone, config.FrozenBlocks);
        project = nn.Linear(config.Backbone.HiddenSize, config.Width);
        temporal = new TemporalLayer(config);
        inputNorm = FrameNorm.Create(features);
        featureDropout = new FeatureDropout(config.FeatureDropout);
        embed = nn.Linear(features, config.Width);
        landmarkAttention = new FusionAttention(config);
        videoToLandmarks = new FusionAttention(config);
        landmarksToVideo = new FusionAttention(config);
        head = nn.Sequential(
            nn.Linear(config.Width, config.Width),
            nn.GELU(),
            nn.Dropout(config.HeadDropout),
            nn.Linear(config.Width, glosses));
        RegisterComponents();
    }

    /// <summary>The backbone, which mostly starts from published weights, moves in smaller steps than what starts from nothing.</summary>
    public override double RateOf(string parameter) => parameter.StartsWith($"{nameof(backbone)}.", StringComparison.Ordinal) ? config.BackboneRate : 1;

    /// <summary>Starts the backbone from published weights.</summary>
    /// <exception cref="BadFileException">They are damaged, or of other sizes.</exception>
    public void Load(VitFolder published) => published.LoadInto(backbone);

    /// <returns>Logits <c>[batch, gloss]</c>.</returns>
    /// <exception cref="ArgumentException">The batch has no pictures.</exception>
    public override Tensor forward(FeatureBatch batch)
    {
        PictureBatch pictures = batch.Pictures ?? throw new ArgumentException("VitFusion needs pictures beside the landmarks.", nameof(batch));
        using DisposeScope scope = NewDisposeScope();
        Tensor video = Video(pictures);                                                           // [batch, frame, width]
        Tensor landmarks = Landmarks(batch);                                                      // [batch, time, width]
        Tensor seenVideo = videoToLandmarks.call(video, landmarks, batch.Mask);                   // [batch, frame, width]
        Tensor seenLandmarks = landmarksToVideo.call(landmarks, video, pictures.Mask);            // [batch, time, width]

        // The streams have frames of their own; for streams of equal length this is the mean of the sum.
        Tensor clip = Mean(seenVideo, pictures.Mask).Plus(Mean(seenLandmarks, batch.Mask));       // [batch, width]
        return head.call(clip).MoveToOuterDisposeScope();                                         // [batch, gloss]
    }

    private Tensor Video(PictureBatch pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        var real = new FrameMask(pictures.Mask);
        Tensor[] seen = [.. real.Pack(pictures.Frames).split(PicturesAtATime).Select(Look)];      // [picture, hidden] each
        Tensor frames = real.Pad(project.call(cat(seen, 0)));                                     // [batch, frame, width]
        return temporal.call(frames.Plus(Positions(pictures.Times)), pictures.Mask).MoveToOuterDisposeScope();
    }

    private Tensor Look(Tensor pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor normal = (pictures.to(ScalarType.Float32) * Colours(i => 1 / (255 * config.Backbone.Deviation[i]), pictures.device))
            .Plus(Colours(i => -config.Backbone.Mean[i] / config.Backbone.Deviation[i], pictures.device)); // [picture, channel, height, width]
        return backbone.call(normal.to(project.weight.dtype)).select(1, 0).MoveToOuterDisposeScope();      // [picture, hidden]
    }

    private Tensor Landmarks(FeatureBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        var real = new FrameMask(batch.Mask);
        Tensor seen = featureDropout.call(inputNorm.call(real.Pack(batch.Features)), real);       // [frame, feature]
        Tensor frames = real.Pad(embed.call(seen));                                               // [batch, time, width]
        float[] times = [.. Enumerable.Range(0, (int)batch.Mask.shape[1]).Select(time => (float)time)];
        Tensor placed = frames.Plus(Positions(tensor(times, [1, times.Length], device: frames.device)));
        return landmarkAttention.call(placed, placed, batch.Mask).MoveToOuterDisposeScope();
    }

    /// <summary>In the weights' type: a sum with another one would be of the larger type.</summary>
    private Tensor Positions(Tensor times) => SinePositions.Create(times, config.Width).to(project.weight.dtype);

    /// <returns><c>[1, channel, 1, 1]</c>.</returns>
    private static Tensor Colours(Func<int, float> value, Device device) => tensor([value(0), value(1), value(2)], [1, 3, 1, 1], device: device);

    private static Tensor Mean(Tensor frames, Tensor mask)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor real = mask.unsqueeze(2).to(frames.dtype);                                         // [batch, frame, 1]
        return ((frames * real).sum(1) / real.sum(1)).MoveToOuterDisposeScope();                  // [batch, width]
    }
}
