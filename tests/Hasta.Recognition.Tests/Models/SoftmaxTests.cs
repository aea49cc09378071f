using Hasta.Recognition.Models;

namespace Hasta.Recognition.Tests.Models;

public sealed class SoftmaxTests
{
    [Fact]
    public void A_softmax_sums_to_one_for_any_logits()
    {
        float[] confidences = Softmax.Compute([1000, 1000, -1000], temperature: 1);

        Assert.Equal([0.5f, 0.5f, 0f], confidences);
    }

    [Fact]
    public void A_higher_temperature_lowers_the_confidence()
    {
        Assert.Equal(0.8808f, Softmax.Compute([2, 0], temperature: 1)[0], 1e-4f);
        Assert.Equal(0.7311f, Softmax.Compute([2, 0], temperature: 2)[0], 1e-4f);
    }
}
