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
/// Two streams: video (a Vision Transformer's class token per frame, then one temporal transformer layer) and landmarks (a linear layer,
/// then attention). Each stream attends to the other; the means of both over the real frames are summed, and a small network classifies
/// the gloss.
/// </summary>
internal sealed class VitFusion : Classifier
{
    /// <summary>Frames per pass through the backbone; more would only use more memory.</summary>
    private const int ChunkSize = 32;

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

    /// <summary>
    /// The backbone usually starts from published weights and is trained in smaller steps than the randomly initialized layers.
    /// </summary>
    public override double LearningRateFactor(string parameter) =>
        parameter.StartsWith($"{nameof(backbone)}.", StringComparison.Ordinal) ? config.BackboneRate : 1;

    /// <summary>Initializes the backbone with published weights.</summary>
    /// <exception cref="BadFileException">The weights are damaged, or have other sizes.</exception>
    public void Load(VitFolder published) => published.LoadInto(backbone);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch has no frames.</exception>
    public override Tensor Embed(FeatureBatch batch)
    {
        FrameBatch pictures = batch.Frames
            ?? throw new ArgumentException("VitFusion needs frames in addition to landmarks.", nameof(batch));
        using DisposeScope scope = NewDisposeScope();
        Tensor video = Video(pictures);                                                           // [batch, frame, width]
        Tensor landmarks = Landmarks(batch);                                                      // [batch, time, width]
        Tensor fusedVideo = videoToLandmarks.call(video, landmarks, batch.Mask);                  // [batch, frame, width]
        Tensor fusedLandmarks = landmarksToVideo.call(landmarks, video, pictures.Mask);           // [batch, time, width]

        // The streams differ in length; for streams of equal length this is the mean of the sum.
        return Mean(fusedVideo, pictures.Mask).Plus(Mean(fusedLandmarks, batch.Mask)).MoveToOuterDisposeScope(); // [batch, width]
    }

    public override Tensor Classify(Tensor embedding) => head.call(embedding);

    private Tensor Video(FrameBatch pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        var real = new FrameMask(pictures.Mask);
        Tensor[] embedded = [.. real.Pack(pictures.Frames).split(ChunkSize).Select(EmbedFrames)];       // [picture, hidden] each
        Tensor frames = real.Pad(project.call(cat(embedded, 0)));                                 // [batch, frame, width]
        return temporal.call(frames.Plus(Positions(pictures.Times)), pictures.Mask).MoveToOuterDisposeScope();
    }

    private Tensor EmbedFrames(Tensor pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor scale = Colours(i => 1 / (255 * config.Backbone.Deviation[i]), pictures.device);
        Tensor offset = Colours(i => -config.Backbone.Mean[i] / config.Backbone.Deviation[i], pictures.device);
        Tensor normal = (pictures.to(ScalarType.Float32) * scale).Plus(offset);                         // [picture, channel, height, width]
        return backbone.call(normal.to(project.weight.dtype)).select(1, 0).MoveToOuterDisposeScope();   // [picture, hidden]
    }

    private Tensor Landmarks(FeatureBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        var real = new FrameMask(batch.Mask);
        Tensor input = featureDropout.call(inputNorm.call(real.Pack(batch.Features)), real);      // [frame, feature]
        Tensor frames = real.Pad(embed.call(input));                                              // [batch, time, width]
        float[] times = [.. Enumerable.Range(0, (int)batch.Mask.shape[1]).Select(time => (float)time)];
        Tensor positioned = frames.Plus(Positions(tensor(times, [1, times.Length], device: frames.device)));
        return landmarkAttention.call(positioned, positioned, batch.Mask).MoveToOuterDisposeScope();
    }

    /// <remarks>Converted to the type of the weights: a sum of different types would have the wider type.</remarks>
    private Tensor Positions(Tensor times) => SinePositions.Create(times, config.Width).to(project.weight.dtype);

    /// <returns><c>[1, channel, 1, 1]</c>.</returns>
    private static Tensor Colours(Func<int, float> value, Device device) =>
        tensor([value(0), value(1), value(2)], [1, 3, 1, 1], device: device);

    private static Tensor Mean(Tensor frames, Tensor mask)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor real = mask.unsqueeze(2).to(frames.dtype);                                         // [batch, frame, 1]
        return ((frames * real).sum(1) / real.sum(1)).MoveToOuterDisposeScope();                  // [batch, width]
    }
}
